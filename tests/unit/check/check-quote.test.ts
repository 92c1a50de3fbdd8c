import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuote, type SaidWords } from '@/lib/check/check-quote';
import { readPasted } from '@/lib/check/pasted';
import type { SaidTurn } from '@/lib/check/window';
import { forms } from '@/lib/search/normalise';

/** Longer than any machine takes: a guard against quadratic work, no measure of speed. */
const HANG_MS = 60_000;

const TURNS = [
  'So what surprised you the most when you moved from research to the product team?',
  'I think the biggest gains never come from new algorithms. They come from finding small bugs in the data pipeline, and nobody wants to look for those.',
  'That is not what people expect to hear.',
  'It’s boring work. But a small team can walk through the whole pipeline in a week, and a large team cannot do that in a year.',
  'And did you use language models to look for the bugs?',
  'At that time the coding models were not quite there yet. They wrote thousands of lines of spaghetti code that I could not maintain.',
  '世界模型是理解物理世界的关键，而不是生成漂亮的视频。',
];

/** A library of these turns that names every one of them as a candidate: what is tested is the comparing. */
function library(texts: readonly string[] = TURNS, speakers: readonly string[] = []): SaidWords {
  const turns = texts.map(
    (text, position): SaidTurn => ({
      episode: 'talk',
      position,
      anchor: `a${position}`,
      speaker: speakers[position] ?? null,
      text,
    }),
  );
  return {
    resembling: async () => turns.map(({ position }) => ({ episodeSlug: 'talk', turn: position })),
    counts: async () => {
      const of = new Map<string, number>();
      for (const text of texts) {
        for (const form of new Set(forms(text))) of.set(form, (of.get(form) ?? 0) + 1);
      }
      return { passages: texts.length, of };
    },
    turns: async () => turns,
  };
}

const check = (text: string, texts?: readonly string[]) =>
  checkQuote(readPasted(text), library(texts));

/** The diff as a line: [-published-]{+said+}. */
async function marked(text: string): Promise<string> {
  const { match } = await check(text);
  return (match?.segments ?? [])
    .map(({ kind, published, said }) =>
      kind === 'same'
        ? said
        : kind === 'elided'
          ? `(${said})`
          : `${published && `[-${published}-]`}${said && `{+${said}+}`}`,
    )
    .join(' ');
}

describe('a quote is verbatim', () => {
  it.each([
    ['as it was said', 'the biggest gains never come from new algorithms'],
    [
      'whatever its capitals and punctuation',
      'THE BIGGEST GAINS, never — come from “new” algorithms!',
    ],
    ['with curly or straight apostrophes', "It's boring work. But a small team can walk"],
    ['with quotation marks around it', '“They come from finding small bugs in the data pipeline”'],
    ['across sentences', 'from new algorithms. They come from finding small bugs'],
    ['across two turns', 'nobody wants to look for those. That is not what people expect to hear.'],
    ['with a note in brackets', 'They come from finding small bugs [sic] in the data pipeline'],
    ['with what it leaves out marked', 'the biggest gains … come from finding small bugs'],
    ['with dots in brackets', 'the biggest gains [...] come from finding small bugs'],
    ['in Chinese', '世界模型是理解物理世界的关键'],
  ])('%s', async (_, text) => {
    expect(await check(text)).toMatchObject({ verdict: 'verbatim', score: 1 });
  });

  it('and not where a word stands in between that it does not tell of', async () => {
    const { verdict, score } = await check('They come from small bugs in the data pipeline');
    expect(verdict).toBe('altered');
    expect(score).toBeLessThan(1);
  });

  it('and not in another order', async () => {
    const { verdict } = await check('new algorithms never come from the biggest gains');
    expect(verdict).not.toBe('verbatim');
  });
});

describe('what differs', () => {
  it.each([
    [
      'a word swapped',
      'They come from finding small errors in the data pipeline',
      'They come from finding small [-errors-]{+bugs+} in the data pipeline,',
    ],
    [
      'a word dropped',
      'the biggest gains come from new algorithms',
      'the biggest gains {+never+} come from new algorithms.',
    ],
    [
      'a word put in',
      'finding really small bugs in the data pipeline',
      'finding [-really-] small bugs in the data pipeline,',
    ],
    [
      'the last word',
      'a small team can walk through the whole house',
      'a small team can walk through the whole [-house-]{+pipeline+}',
    ],
    [
      'the last word but one of a sentence, to its end',
      'did you use language models to look for some',
      'did you use language models to look for [-some-]{+the bugs?+}',
    ],
    [
      'an end that was made up',
      'a small team can walk through the whole pipeline because they are all friends and cousins',
      'a small team can walk through the whole pipeline [-because they are all friends and cousins-]',
    ],
    [
      'what the quote says it leaves out is no difference',
      'the biggest gains … come from finding small bugs',
      'the biggest gains (never come from new algorithms. They) come from finding small bugs',
    ],
    [
      'one sign of Chinese',
      '世界模型是理解数学世界的关键',
      '世界模型是理解 [-数学-]{+物理+} 世界的关键，',
    ],
  ])('%s', async (_, text, expected) => {
    expect(await marked(text)).toBe(expected);
  });

  it('is shown turn by turn where a quote spans two', async () => {
    const { match } = await check('wants to look for those. That is never what people expect');
    expect(match?.spans.map(({ position }) => position)).toEqual([1, 2]);
    expect(match?.segments.map(({ turn }) => turn)).toEqual([1, 2, 2, 2]);
  });
});

describe('the moment', () => {
  it('is the turn with most of the quote, and where its words stand there', async () => {
    const { match } = await check('thousands of lines of spaghetti code that I could not maintain');
    expect(match).toMatchObject({ episode: 'talk', turn: 5 });
    const [span] = match?.spans ?? [];
    expect(TURNS[5]?.slice(span?.start, span?.end)).toBe(
      'thousands of lines of spaghetti code that I could not maintain',
    );
  });

  it('has others beside it where the words were said again', async () => {
    const again = 'As I said, the biggest gains never come from new algorithms at all.';
    const { match, others } = await check('the biggest gains never come from new algorithms', [
      ...TURNS,
      again,
    ]);
    expect([match, ...others].map((moment) => moment?.turn)).toEqual([1, 7]);
  });
});

describe('the one a quote names', () => {
  const words = 'the biggest gains never come from new algorithms';
  const twice = [words, 'Why is that so hard to see?', words];

  it('decides between moments that are alike', async () => {
    const spoken = library(twice, ['Ann Lee', 'Bo Oak', 'Cy Elm']);
    const turnOf = async (text: string) => (await checkQuote(readPasted(text), spoken)).match?.turn;
    expect(await turnOf(`“${words}” — Cy Elm`)).toBe(2);
    expect(await turnOf(`“${words}” — Ann Lee`)).toBe(0);
    expect(await turnOf(`“${words}” — Somebody Else`)).toBe(0);
  });
});

describe('nothing is found', () => {
  it.each([
    ['of something else', 'Bread needs time, water, flour, salt and a very hot oven'],
    ['of the same words shuffled', 'pipeline from small the come data in bugs they finding'],
    ['of words pieced together', 'I … small … pipeline … team … year … bugs … research'],
    ['of common words alone', 'and so it is that you and I did not'],
  ])('%s', async (_, text) => {
    expect((await check(text)).verdict).toBe('not_found');
  });

  it('in an empty library', async () => {
    expect(await check('any five words will do', [])).toEqual({
      verdict: 'not_found',
      score: 0,
      match: null,
      others: [],
    });
  });
});

describe('long texts', () => {
  const words = (count: number, from: string) =>
    Array.from({ length: count }, (_, i) => `${from}${(i * 7919) % 5003}`);

  it('of 10,000 characters are compared in little time', async () => {
    const said = words(6_000, 'w');
    const quoted = said.slice(2_000, 3_600);
    quoted[700] = 'altered';
    quoted.splice(900, 3);
    const text = quoted.join(' ').slice(0, 10_000);
    const start = performance.now();
    const { verdict, match } = await check(text, [said.join(' ')]);
    expect(performance.now() - start).toBeLessThan(HANG_MS);
    expect(verdict).toBe('altered');
    expect(match?.segments.map(({ kind }) => kind)).toEqual([
      'same',
      'changed',
      'same',
      'missing',
      'same',
    ]);
  });

  it('of 10,000 signs without spaces as well', async () => {
    let state = 7;
    const said = Array.from({ length: 14_000 }, () => {
      state = (state * 48_271) % 2_147_483_647;
      return String.fromCodePoint(0x4e00 + (state % 3_000));
    }).join('');
    const start = performance.now();
    const { verdict } = await check(said.slice(1_000, 11_000), [said]);
    expect(performance.now() - start).toBeLessThan(HANG_MS);
    expect(verdict).toBe('verbatim');
  });
});

describe('any stretch of any turn', () => {
  it('is verbatim, and its span is that stretch', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: 5 }),
        fc.nat(30),
        fc.integer({ min: 5, max: 30 }),
        async (turn, from, length) => {
          const stretch = (TURNS[turn] ?? '').split(' ').slice(from, from + length);
          fc.pre(stretch.length >= 5);
          const { verdict, match } = await check(stretch.join(' '));
          expect(verdict).toBe('verbatim');
          expect(match?.turn).toBe(turn);
        },
      ),
      { numRuns: 60 },
    );
  });
});
