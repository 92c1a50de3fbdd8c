import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { introductionsIn } from '@/lib/people/introduction-phrases';
import { findIntroductions, type Talk } from '@/lib/people/introductions';
import { decode } from '@/lib/transcript/decode';
import { parseTranscript } from '@/lib/transcript/formats/index';

/** A talk in which A, B, C … speak, “A: words” each; nobody has a name yet. */
function talk(lines: readonly string[], facts: Partial<Talk> = {}): Talk {
  const turns = lines.map((line) => ({
    speaker: line.charCodeAt(0) - 'A'.charCodeAt(0),
    text: line.slice(3),
  }));
  const names = Array.from(
    { length: Math.max(...turns.map(({ speaker }) => speaker)) + 1 },
    () => null,
  );
  return { turns, names, known: [], titles: [], ...facts };
}
const named = (lines: readonly string[], facts: Partial<Talk> = {}) =>
  findIntroductions(talk(lines, facts)).map(
    ({ speaker, name, role, turn }) =>
      `${String.fromCharCode('A'.charCodeAt(0) + speaker)}=${name}${role ? ` ${role}` : ''} @${turn}`,
  );

describe('who introduces themselves', () => {
  it.each([
    ["A: Hello and welcome to Slow Water. I'm Jon Abelsen.", 'A=Jon Abelsen @0'],
    ['A: Hi, I’m your host, Jon Abelsen, and this is Slow Water.', 'A=Jon Abelsen host @0'],
    ["A: Sure. My name is Dr. Mara O'Neill-Lind, and I build kites.", "A=Mara O'Neill-Lind @0"],
    ["A: This is Slow Water, and I'm your host, Jon Abelsen.", 'A=Jon Abelsen host @0'],
    ['A: I am Ludwig van der Berg.', 'A=Ludwig van der Berg @0'],
    ['A: Welcome. This is Jon Abelsen. I am a diver.', 'A=Jon Abelsen @0'],
  ])('%s', (line, name) => {
    expect(named([line, 'B: Good.'])).toEqual([name]);
  });

  it.each([
    "A: I'm Happy to be here.",
    "A: I'm happy.",
    "A: I'm Canadian. I'm Irish American. I'm Roman Catholic.",
    "A: I'm Vice President of Nothing.",
    'A: This is Great. This is Slow Water.',
    "A: I'm Jon.",
    "A: And she said, I'm Jane Smith. “I'm Bo Dahl.”",
    "A: I was like, I'm Tony Stark.",
    'A: I am your father.',
    "A: I'm Jon Abe-- well. This is Planet Money, and I like it.",
    "A: I'm Mat Ryer. No, I'm not Mat Ryer!",
    "A: My name's Vinny Vasquez... Just kidding.",
    "A: I'm Kelly Low. I'm Allie Lee. And I'm Emma Dahl.",
    "A: I'm Jane Smith's sister. I'm Jane Smith fan number one.",
  ])('nobody: %s', (line) => {
    expect(named([line, 'B: Yes.'])).toEqual([]);
  });

  it('not who is spoken to by that very name, nor two who say the same', () => {
    expect(named(["A: I'm Jane Smith.", 'B: What?', 'A: Thanks, Jane.'])).toEqual([]);
    expect(named(["A: I'm Jane Smith.", "B: I'm Jane Smith."])).toEqual([]);
  });

  it('only by words early in what they say', () => {
    const late = ['A: One.', 'B: x', 'A: Two.', 'B: x', 'A: Three.', 'B: x', "A: I'm Jane Smith."];
    expect(named(late)).toEqual([]);
  });

  it('by a given name alone where a header or a feed knows whose it is', () => {
    const known = [
      { name: 'Jane Smith', role: 'guest' as const },
      { name: 'Bo Dahl', role: null },
    ];
    expect(named(["A: Hi, I'm Jane.", 'B: Hi.'], { known })).toEqual(['A=Jane Smith guest @0']);
    expect(named(["A: I'm Ann.", 'B: Hi.'], { known })).toEqual([]);
  });

  it('unless the file has that name for somebody', () => {
    expect(named(["A: I'm Jane Smith.", 'B: Hi.'], { names: [null, 'Jane Smith'] })).toEqual([]);
    expect(named(["A: I'm Jane Smith.", 'B: Hi.'], { names: ['Ann Lee', null] })).toEqual([]);
  });
});

describe('who is introduced by somebody else', () => {
  const two = (words: string, answer = 'B: It began in a river.') => named([`A: ${words}`, answer]);

  it.each([
    ['Welcome, Mara Lindqvist.', 'B=Mara Lindqvist @0'],
    ["Today we're joined by Mara Lindqvist, who builds kites.", 'B=Mara Lindqvist @0'],
    ['My guest today is Mara Lindqvist.', 'B=Mara Lindqvist guest @0'],
    ["Today's guest is Dr. Mara Lindqvist.", 'B=Mara Lindqvist guest @0'],
    ['With me is Mara Lindqvist, who builds tidal kites.', 'B=Mara Lindqvist @0'],
  ])('%s', (words, name) => {
    expect(two(words)).toEqual([name]);
  });

  it.each([
    'Welcome to Slow Water.',
    'Welcome back, everyone.',
    'Welcome Slow Water listeners.',
    "Next week we'll be joined by Mara Lindqvist.",
    'Last time we were joined by Mara Lindqvist.',
    'I am usually joined by my co-host, Mara Lindqvist, but she has the week off.',
    'We are joined by Acme CEO Mara Lindqvist.',
    "We are joined by Mara Lindqvist's brother.",
    'We are joined by Mara.',
  ])('nobody: %s', (words) => {
    expect(two(words)).toEqual([]);
  });

  it('never the speaker of the words, nor who spoke before or says another name', () => {
    expect(named(['A: Welcome, Mara Lindqvist.', 'A: So.'])).toEqual([]);
    expect(named(['B: One.', 'A: Welcome, Mara Lindqvist.', 'B: Thanks for having me.'])).toEqual(
      [],
    );
    expect(two('Welcome, Mara Lindqvist.', "B: I'm Bo.")).toEqual([]);
  });

  it('among several only who thanks for it', () => {
    const three = (answer: string) =>
      named(['A: We are joined by Mara Lindqvist.', answer, 'C: And I am glad of it.']);
    expect(three('B: Great.')).toEqual([]);
    expect(three('B: Thanks for joining us.')).toEqual([]);
    expect(three('B: Thanks for having us.')).toEqual([]);
    expect(three('B: Hi Jon, thank you for having me.')).toEqual(['B=Mara Lindqvist @0']);
  });

  it('of two who are introduced, only who is called and answers', () => {
    const words = 'A: We are here with Dee Kitchen and Alex Forster.';
    expect(named([words, 'B: Thanks for having me.', 'C: Hi.'])).toEqual([]);
    expect(named([`${words} Alex, hi.`, 'B: Thanks.', 'C: Hi.'])).toEqual([]);
  });
});

describe('phrases', () => {
  it('are found in linear time in hostile words', () => {
    for (const piece of [
      "I'm Ann ",
      'joined by by by ',
      'Welcome, ',
      "Ann-Ann'Ann ",
      'this is A. ',
    ]) {
      expect(introductionsIn(piece.repeat(200_000)).length).toBeLessThan(1_000);
    }
  });
});

const REAL = path.resolve(import.meta.dirname, '../../../../shared/transcripts');
const SEED = path.resolve(import.meta.dirname, '../../../seeds/000_3015eb2272152af3.txt');
const files = [
  ['the seed', SEED, []],
  ['changelog-practical-ai-250.md', null, ['Daniel Whitenack', 'Chris Benson', 'Chang She']],
  ['virtual-coffee-otter.srt', null, ['Todd Libby']],
  ['otter-export.md', null, ['Wendy Fox']],
] as const;

describe('who is introduced by another', () => {
  it('is the other of two, though their words were put in front', () => {
    const teaser = [
      'B: The tide was higher than the house.',
      'A: My guest today is Mara Lindqvist.',
    ];
    expect(named([...teaser, 'A: She builds kites.', 'B: I do.'])).toEqual([
      'B=Mara Lindqvist guest @1',
    ]);
    expect(named([...teaser, 'C: And I listen.', 'B: I do.'])).toEqual([]);
  });

  it('is who answers when they are asked by name', () => {
    const asks = "A: I'm joined as always by my co-host, Bo Dahl. How are you, Bo?";
    expect(named([asks, 'B: Doing fine.', 'C: Hi.'])).toEqual(['B=Bo Dahl host @0']);
    expect(
      named([asks.replace('How are you, Bo?', 'Bo, it is late.'), 'B: Oh.', 'C: Hi.']),
    ).toEqual([]);
  });

  it('may be spoken to by name first, alone', () => {
    expect(named(['A: Mara Lindqvist, thanks for joining us.', 'B: Sure.'])).toEqual([
      'B=Mara Lindqvist @0',
    ]);
    const known = [
      { name: 'Jane Smith', role: null },
      { name: 'Bo Dahl', role: null },
    ];
    expect(named(['A: Jane and Bo, welcome.', 'B: Thanks.', 'C: Hi.'], { known })).toEqual([]);
  });

  it('is spelled as those who are known to be there, not as it was heard', () => {
    const known = [{ name: 'Mara Lindqvist', role: 'guest' as const }];
    expect(named(["A: Hi, I'm Mara Lindkwist.", 'B: Hi.'], { known })).toEqual([
      'A=Mara Lindqvist guest @0',
    ]);
  });
});

describe('real talks whose names are hidden', () => {
  for (const [name, file, some] of files) {
    const at = file ?? path.join(REAL, name);
    it.skipIf(!existsSync(at))(`${name}: never a wrong name`, () => {
      const { turns, speakers } = parseTranscript(decode(readFileSync(at)));
      const found = findIntroductions({
        turns,
        names: speakers.map(() => null),
        known: [],
        titles: [],
      });
      for (const { speaker, name } of found) expect(speakers[speaker]?.name).toBe(name);
      for (const one of found) expect(some).toContain(one.name);
    });
  }
});
