import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode } from '@/lib/transcript/decode';
import { letters } from '@/lib/transcript/formats/letters';

const words = (text: string) => text.split(/\s+/).filter(Boolean);
const parse = (...lines: string[]) => letters.parse(lines.join('\n'));
const turns = (...lines: string[]) => {
  const { speakers, turns } = parse(...lines);
  return turns.map(({ speaker, text }) => [
    speaker === null ? null : speakers[speaker]?.label,
    text,
  ]);
};

describe('the seed', () => {
  const seeds = path.join(import.meta.dirname, '../../../seeds');
  const file = readdirSync(seeds).find((name) => name.endsWith('.txt')) ?? '';
  const text = decode(readFileSync(path.join(seeds, file)));
  const transcript = letters.parse(text);
  const of = (label: string) =>
    transcript.turns.filter(({ speaker }) => transcript.speakers[speaker ?? -1]?.label === label);
  const count = (list: { text: string }[]) =>
    list.reduce((sum, turn) => sum + words(turn.text).length, 0);

  it('has 328 turns and 15,052 words', () => {
    expect(transcript.turns).toHaveLength(328);
    expect(count(transcript.turns)).toBe(15_052);
  });

  it('has the turns and words of each speaker', () => {
    expect(['A', 'B', 'C'].map((label) => [label, of(label).length, count(of(label))])).toEqual([
      ['A', 128, 3453],
      ['B', 120, 8729],
      ['C', 80, 2870],
    ]);
  });

  it('holds every word between the first label and the closing block, in order, exactly once', () => {
    const body = text.slice(text.indexOf('\nA\n') + 1, text.indexOf('\nEpisode: '));
    const spoken = body.split('\n').filter((line) => !/^[A-C]$/.test(line));
    expect(transcript.turns.flatMap((turn) => words(turn.text))).toEqual(words(spoken.join(' ')));
  });

  it('takes neither the first line nor the closing block for speech', () => {
    expect(transcript.turns[0]?.text).toMatch(/^Okay\. We're here in the studio/);
    expect(transcript.turns.at(-1)?.text).toBe('Thanks for coming.');
    expect(transcript.notes.map((note) => note.text)).toEqual([
      'Loading summary',
      expect.stringContaining('https://latent.space'),
    ]);
  });

  it('names two speakers by the block and the third by elimination', () => {
    const byLabel = new Map(transcript.speakers.map((speaker) => [speaker.label, speaker]));
    expect(byLabel.get('A')).toMatchObject({
      name: 'Shawn “Swyx” Wang',
      role: 'host',
      inferred: false,
    });
    expect(byLabel.get('B')).toMatchObject({ name: 'Ethan He', role: 'guest', inferred: true });
    expect(byLabel.get('C')).toMatchObject({ name: 'Vibu', role: 'host', inferred: false });
  });

  it('knows its title, show, date and the publisher’s summary', () => {
    expect(transcript).toMatchObject({
      title: 'Why Video Agent models are next — Ethan He, xAI Grok Imagine',
      show: 'Latent Space',
      date: '2026-06-01',
    });
    expect(transcript.publisherSummary?.split('\n\n').map((part) => part.slice(0, 24))).toEqual([
      'In this wide-ranging con',
      'This episode provides a ',
    ]);
  });

  it('says that the guest and the show are conclusions', () => {
    const warnings = transcript.warnings.map(({ message }) => message).join(' ');
    expect(warnings).toContain('Ethan He');
    expect(warnings).toContain('Latent Space');
  });
});

describe('turns', () => {
  it('come back the same whatever was said', () => {
    const line = fc
      .array(fc.string({ minLength: 1, unit: 'grapheme' }), { minLength: 1, maxLength: 12 })
      .map((parts) => parts.join(' ').replace(/\s+/g, ' ').replace(/\0/g, '').trim())
      .filter((said) => said !== '' && !/^\p{Lu}$/u.test(said));
    const turn = fc.tuple(fc.constantFrom('A', 'B', 'C', 'Q'), line);
    fc.assert(
      fc.property(fc.array(turn, { minLength: 1, maxLength: 20 }), (spoken) => {
        expect(turns(...spoken.flat())).toEqual(spoken);
      }),
    );
  });

  it('may be a single capital letter', () => {
    expect(turns('A', 'I', 'B', 'Yes?')).toEqual([
      ['A', 'I'],
      ['B', 'Yes?'],
    ]);
    expect(turns('A', 'Who?', 'B', 'I')).toEqual([
      ['A', 'Who?'],
      ['B', 'I'],
    ]);
  });

  it('may look like a header', () => {
    expect(turns('A', 'Date: never.', 'B', 'Fine.')).toEqual([
      ['A', 'Date: never.'],
      ['B', 'Fine.'],
    ]);
  });

  it('may span lines, which are joined by a space', () => {
    expect(turns('A', 'One', '', 'two.', 'B', 'Three.')).toEqual([
      ['A', 'One two.'],
      ['B', 'Three.'],
    ]);
  });

  it('know the line they begin on', () => {
    expect(parse('', 'A', 'One.', '', 'B', 'Two.').turns.map(({ line }) => line)).toEqual([2, 5]);
  });

  it('leave out a letter that nothing follows, and say so', () => {
    const transcript = parse('A', 'B', 'Hello there.', 'A', 'Hi.', 'B');
    expect(transcript.turns.map(({ text }) => text)).toEqual(['Hello there.', 'Hi.']);
    expect(transcript.warnings.map(({ line }) => line)).toEqual(expect.arrayContaining([1, 6]));
  });
});

describe('the block beside the turns', () => {
  const block = (...lines: string[]) =>
    parse('A', 'Welcome.', 'B', 'Hello.', 'A', 'Bye.', ...lines);

  it('may hold any of the known keys, in any order', () => {
    expect(
      block('Podcast: Two Minds', 'Published: 3rd March 2025', 'Title: On bread'),
    ).toMatchObject({
      show: 'Two Minds',
      date: '2025-03-03',
      title: 'On bread',
    });
  });

  it('may stand before the turns', () => {
    const transcript = parse('Title: On bread', 'Hosts: Ann Lee (A)', 'A', 'Welcome.');
    expect(transcript).toMatchObject({
      title: 'On bread',
      speakers: [{ name: 'Ann Lee', role: 'host' }],
    });
  });

  it('leaves speakers without a name where more than one is open', () => {
    const { speakers, warnings } = block('Guests: Ann Lee and Bo Dahl');
    expect(speakers).toEqual([
      { label: 'A', name: 'Speaker A', role: null, inferred: false },
      { label: 'B', name: 'Speaker B', role: null, inferred: false },
    ]);
    expect(warnings[0]?.message).toContain('Ann Lee or Bo Dahl');
  });

  it('names few of many who may be meant, and each in short', () => {
    const guests = ['Ann Lee', 'Bo Dahl', 'Cleo Fox', 'Dan Gray'].join(', ');
    const { warnings } = block(`Guests: ${guests}`);
    expect(warnings[0]?.message).toContain('Ann Lee or Bo Dahl or Cleo Fox or somebody else.');
    expect(block(`Guests: Ann ${'x'.repeat(900)}, Bo`).warnings[0]?.message.length).toBeLessThan(
      500,
    );
  });

  it('does not guess a date whose order is open', () => {
    const { date, warnings } = block('Date: 06/01/2026');
    expect(date).toBeNull();
    expect(warnings.map(({ message }) => message).join()).toContain('--date');
  });

  it('finds the show in the words before “podcast”', () => {
    expect(block('Episode: On bread', 'Today the Slow Kitchen podcast looks at yeast.').show).toBe(
      'Slow Kitchen',
    );
  });
});

describe('telling the format', () => {
  it.each([
    ['a letter and its words', 'A\nHello.', 0.9],
    ['prose', 'Hello there.\nIt was a fine day.', 0],
    ['captions', '1\n00:00:01,000 --> 00:00:02,000\nHello.', 0],
    ['letters alone', 'A\nB\nC', 0],
  ])('%s', (_, text, sure) => {
    expect(letters.detect(text)).toBe(sure);
  });
});
