import { describe, expect, it } from 'vitest';
import { findClaims } from '@/lib/understanding/claims';
import { outline } from '@/lib/understanding/outline';
import { likeness, sectionTerms } from '@/lib/understanding/relate';
import { isSelfContained } from '@/lib/understanding/self-contained';
import { readStatements } from '@/lib/understanding/statements';
import { summarize } from '@/lib/understanding/summary';
import { understand } from '@/lib/understanding/understand';
import { termReader } from '@/lib/understanding/words';
import { conversationOf } from './conversation';

describe('an outline', () => {
  it('covers every turn once, and so do the topics within a section', () => {
    for (const perTopic of [3, 12, 60]) {
      const conversation = conversationOf(perTopic);
      let next = 0;
      for (const { firstTurn, lastTurn, topics, why } of outline(conversation)) {
        expect(firstTurn).toBe(next);
        expect(why).not.toBe('');
        next = lastTurn + 1;
        expect(topics.length).not.toBe(1);
        let within = firstTurn;
        for (const topic of topics) {
          expect(topic.firstTurn).toBe(within);
          within = topic.lastTurn + 1;
        }
        if (topics.length > 0) expect(within).toBe(next);
      }
      expect(next).toBe(conversation.turns.length);
    }
  });

  it('has a second level only where a section is long', () => {
    expect(outline(conversationOf(6)).flatMap(({ topics }) => topics)).toEqual([]);
  });
});

describe('summaries', () => {
  const conversation = conversationOf(14);
  const sections = outline(conversation);
  const statements = readStatements(conversation, sections, termReader('en'));
  const summaries = summarize(statements, sections.length);

  it('share the points out over the sections', () => {
    const turns = summaries.episode.flatMap((point) => point.turns);
    for (const { firstTurn, lastTurn } of sections) {
      if (lastTurn - firstTurn < 8) continue;
      expect(turns.some((turn) => turn >= firstTurn && turn <= lastTurn)).toBe(true);
    }
  });

  it('of a section take their points from it', () => {
    summaries.sections.forEach((points, i) => {
      for (const { turns } of points) {
        for (const turn of turns) {
          expect(turn).toBeGreaterThanOrEqual(sections[i]?.firstTurn ?? 0);
          expect(turn).toBeLessThanOrEqual(sections[i]?.lastTurn ?? 0);
        }
      }
    });
  });

  it('never say the same twice', () => {
    const texts = summaries.episode.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
  });
});

describe('a sentence that stands alone', () => {
  it.each([
    'Tidal kites fly under water.',
    'When the moon is right, one wing powers a thousand homes.',
  ])('%s', (text) => expect(isSelfContained(text)).toBe(true));

  it.each([
    'After you train such model, Such image model.',
    'Do the thinking and then call it.',
    'As we discussed, the kites are wide.',
    'When the moon is right.',
    'In very extreme cases, it was possible to sail.',
    'Let’s talk about kites that fly under water.',
  ])('and one that does not: %s', (text) => expect(isSelfContained(text)).toBe(false));
});

describe('sections of two episodes', () => {
  it('are alike where they are about the same', () => {
    const [bread = [], ships = [], again = []] = [
      conversationOf(8, ['bread']),
      conversationOf(8, ['ships']),
      conversationOf(5, ['bread']),
    ].map(({ turns }) => turns.map(({ text }) => text));
    const bags = sectionTerms([bread, ships, again], 'en');
    const idf = new Map(bags.flatMap((bag) => [...bag.keys()].map((term) => [term, 1] as const)));
    expect(likeness(bags[0], bags[2], idf)).toBeGreaterThan(0.5);
    expect(likeness(bags[0], bags[1], idf)).toBeLessThan(0.3);
    expect(likeness(bags[0], undefined, idf)).toBe(0);
  });
});

describe('claims', () => {
  it('are whole sentences of one turn with enough terms to be known by', () => {
    const conversation = conversationOf(14);
    const statements = readStatements(conversation, outline(conversation), termReader('en'));
    const claims = findClaims(statements);
    expect(claims.length).toBeGreaterThan(0);
    for (const { turn, start, end, terms } of claims) {
      const text = conversation.turns[turn]?.text.slice(start, end) ?? '';
      expect(text).toMatch(/^\p{Lu}.*\.$/u);
      expect(terms.length).toBeGreaterThanOrEqual(4);
      expect(new Set(terms).size).toBe(terms.length);
    }
  });
});

describe('everything that is chosen', () => {
  it('says why', () => {
    const { sections, quotes } = understand(conversationOf(30));
    for (const { why } of sections) {
      expect(why.boundary).not.toBe('');
      expect(why.title).not.toBe('');
    }
    for (const { why } of quotes) expect(why).toMatch(/\.$/);
  });
});

describe('headings that the publisher gave', () => {
  const conversation = {
    ...conversationOf(30),
    headings: [
      { title: 'All about bread', turn: 3 },
      { title: 'The sea', turn: 30 },
    ],
  };

  it('are the sections, and what stands before the first is one of its own', () => {
    const { sections } = understand(conversation);
    expect(sections.map(({ firstTurn, heading }) => [firstTurn, heading])).toEqual([
      [0, null],
      [3, 'All about bread'],
      [30, 'The sea'],
    ]);
    expect(sections[1]?.title).toBe('All about bread');
    expect(sections[1]?.why.boundary).toContain('publisher');
    expect(sections[0]?.title).not.toBe('');
  });

  it('count only where there is a turn to stand before', () => {
    const astray = { ...conversation, headings: [{ title: 'Nowhere', turn: 9_999 }] };
    expect(understand(astray).sections.every(({ heading }) => heading === null)).toBe(true);
  });
});
