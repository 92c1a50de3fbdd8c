import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compose } from '@/lib/ingest/compose';
import { isCourtesy, isFinished, isQuestion } from '@/lib/understanding/sentence-form';
import { sentences } from '@/lib/understanding/sentences';
import { isTrimmed } from '@/lib/understanding/shown';
import { understand } from '@/lib/understanding/understand';
import type { Conversation, Understanding } from '@/lib/understanding/understanding';
import { conversationOf } from './conversation';

/** What holds for every conversation. */
function expectSound(
  { turns, language }: Conversation,
  { sections, summary, quotes }: Understanding,
) {
  // Sections follow each other without a gap, from the first turn to the last.
  let next = 0;
  for (const section of sections) {
    expect(section.firstTurn).toBe(next);
    expect(section.lastTurn).toBeGreaterThanOrEqual(section.firstTurn);
    expect(section.startMs).toBe(turns[section.firstTurn]?.startMs);
    expect(section.title.trim()).not.toBe('');
    next = section.lastTurn + 1;
  }
  expect(next).toBe(turns.length);
  const titles = sections.map(({ title }) => title.toLowerCase());
  expect(new Set(titles).size).toBe(titles.length);

  for (const point of summary) {
    expect(point.turns.length).toBeGreaterThan(0);
    for (const turn of point.turns) {
      expect(isTrimmed(point.text, turns[turn]?.text ?? '')).toBe(true);
    }
  }
  for (const { turn, start, end, text } of quotes) {
    const said = turns[turn]?.text ?? '';
    expect(said.slice(start, end)).toBe(text);
    const spans = sentences(said, language);
    expect(spans.map((span) => span.start)).toContain(start);
    expect(spans.map((span) => span.end)).toContain(end);
    for (const span of spans.filter((own) => own.start >= start && own.end <= end)) {
      const sentence = said.slice(span.start, span.end);
      expect([isCourtesy(sentence), isQuestion(sentence), isFinished(sentence)]).toEqual([
        false,
        false,
        true,
      ]);
    }
  }
}

describe('the understanding of a conversation', () => {
  it('is sound and the same every time, whatever was said', () => {
    const word = fc.constantFrom(
      'bread',
      'the',
      'Oven',
      'I',
      'think',
      'never',
      'because',
      'Dr.',
      '3.5',
      'world',
      'model',
      '世界。',
      'yeah,',
      'so',
      '?',
      '!',
      'xAI',
    );
    const text = fc
      .array(word, { minLength: 1, maxLength: 40 })
      .map((words) => `${words.join(' ')}.`);
    fc.assert(
      fc.property(
        fc.array(text, { maxLength: 20 }),
        fc.constantFrom('en', 'de', 'ja'),
        (texts, language) => {
          const conversation: Conversation = {
            language,
            speakers: [{ name: 'Ann', role: null }],
            turns: texts.map((text, i) => ({
              text,
              speaker: i % 2 ? 0 : null,
              startMs: i,
              endMs: i + 1,
              timing: 'given',
            })),
          };
          const understood = understand(conversation);
          expectSound(conversation, understood);
          expect(understand(conversation)).toEqual(understood);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('names sections by their own words', () => {
    const { sections } = understand(conversationOf(14));
    expect(sections.length).toBeGreaterThanOrEqual(3);
    const words = [
      'sourdough flour oven crust yeast dough baker loaf kneading starter hydration crumb',
      'telescope galaxy nebula comet orbit planet eclipse astronomer supernova gravity constellation moon',
    ];
    const hit = (title: string | undefined, list: string | undefined) =>
      (list ?? '').split(' ').some((word) => title?.toLowerCase().includes(word));
    expect(hit(sections[0]?.title, words[0])).toBe(true);
    expect(hit(sections.at(-1)?.title, words[1])).toBe(true);
  });

  it('says nothing about nothing', () => {
    expect(understand({ turns: [], speakers: [], language: 'en' })).toEqual({
      sections: [],
      summary: [],
      quotes: [],
      spareQuotes: [],
      things: [],
      claims: [],
    });
  });
});

describe('the seed', () => {
  const seeds = path.join(import.meta.dirname, '../../../seeds');
  const file = readdirSync(seeds).find((name) => name.endsWith('.txt')) ?? '';
  const location = path.join(seeds, file);
  const { record } = compose({ location, bytes: readFileSync(location) }, { speakers: [] });

  it('has 8 to 25 sections', () => {
    expect(record.understanding.sections.length).toBeGreaterThanOrEqual(8);
    expect(record.understanding.sections.length).toBeLessThanOrEqual(25);
    for (const { title } of record.understanding.sections)
      expect(title.split(/\s+/).length).toBeLessThanOrEqual(7);
  });

  it('has 8 to 15 quotes, from every speaker and from all over', () => {
    expect(record.understanding.quotes.length).toBeGreaterThanOrEqual(8);
    expect(record.understanding.quotes.length).toBeLessThanOrEqual(15);
    const speakers = new Set(
      record.understanding.quotes.map(({ turn }) => record.turns[turn]?.speaker),
    );
    expect(speakers.size).toBe(3);
    const thirds = new Set(
      record.understanding.quotes.map(({ turn }) => Math.floor((turn / record.turns.length) * 3)),
    );
    expect(thirds.size).toBe(3);
  });

  it('has a summary of 4 to 10 points, in order', () => {
    expect(record.understanding.summary.length).toBeGreaterThanOrEqual(4);
    expect(record.understanding.summary.length).toBeLessThanOrEqual(10);
    const turns = record.understanding.summary.map((point) => point.turns[0] ?? -1);
    expect(turns).toEqual([...turns].sort((a, b) => a - b));
  });

  it('is estimated throughout, and says so', () => {
    expect(record.timing).toBe('estimated');
    expect(new Set(record.turns.map(({ timing }) => timing))).toEqual(new Set(['estimated']));
  });
});
