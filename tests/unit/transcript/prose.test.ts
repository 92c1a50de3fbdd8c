import { describe, expect, it } from 'vitest';
import { parseTranscript } from '@/lib/transcript/formats';
import { prose } from '@/lib/transcript/formats/prose';
import { words } from './written';

const PARAGRAPHS = [
  'We begin with bread. So: here is the thing. Bread is old, and people like it.',
  'Note: this was recorded in May,\nlong before the war. [music] It was a good day for everyone.',
  'He said: no, and so we went home without the bread that we wanted.',
];

describe('prose', () => {
  it('is one turn a paragraph, and nobody’s', () => {
    const transcript = parseTranscript(`# On bread\n\n${PARAGRAPHS.join('\n\n')}`);
    expect(transcript).toMatchObject({
      format: 'prose',
      title: 'On bread',
      speakers: [],
      notes: [{ line: 6, text: '[music]' }],
    });
    expect(transcript.turns.map(({ speaker, line }) => [speaker, line])).toEqual([
      [null, 3],
      [null, 5],
      [null, 8],
    ]);
    expect(transcript.turns.flatMap(({ text }) => words(text))).toEqual(
      words(PARAGRAPHS.join(' ').replace('[music]', '')),
    );
  });

  it('of a recogniser, a segment a line, is parted where sentences end', () => {
    const line = 'and then we bake the bread that we made in the morning.';
    const { turns } = prose.parse(Array.from({ length: 100 }, () => line).join('\n'));
    expect(Math.max(...turns.map(({ text }) => words(text).length))).toBeLessThan(100);
    expect(turns.flatMap(({ text }) => words(text))).toHaveLength(1_200);
  });

  it('may be of a script without spaces', () => {
    expect(
      prose.detect(
        '今日は暑いですね。パンを焼きましょう。昔からみんなパンが好きです。\n\nはい、そうしましょう。とても良い日でした。',
      ),
    ).toBeGreaterThan(0.3);
  });

  it('tells of a line that could name a speaker', () => {
    const { warnings } = prose.parse(
      `${PARAGRAPHS.join('\n\n')}\n\nMadeleine: and so it ended, as all things do.`,
    );
    expect(warnings).toEqual([{ line: 8, message: expect.stringContaining('Madeleine') }]);
  });

  it.each([
    [
      'a README',
      '# Thing\n\nA thing that does something for you.\n\n## Install\n\n```sh\nnpm i thing\n```\n\n- one\n- two\n\nNote: be careful.\n\nLicense: MIT',
      /README.*nearest format is/,
    ],
    ['a CSV', 'name,age,city\nAnn,3,Rome\nBo,4,Oslo', /a table.*nearest format is/],
    [
      'a sources file',
      '# Sources\n\n| file | origin |\n|---|---|\n| a.md | x/y |\n| b.md | x/z |\n| c.md | x/w |',
      /a table/,
    ],
    [
      'a list of links',
      'Links to read.\n\nhttps://a.example/1 one\nhttps://a.example/2 two\n[three](https://a.example/3)',
      /a list of links/,
    ],
    [
      'a program',
      'import a from "a";\n\nfunction b(c) {\n  return c;\n}\n\nconst d = b(a);',
      /program source/,
    ],
    [
      'data',
      '{"a": [1, 2, 3], "b": "some words that somebody may have said"}',
      /program source or data.*nearest format/,
    ],
    ['settings', 'name: thing\nversion: 1\nauthor: somebody', /a list of settings/],
  ])('is not %s, which is refused with a reason', (_, text, why) => {
    expect(prose.detect(text)).toBe(0);
    expect(() => parseTranscript(text)).toThrow(
      expect.objectContaining({ name: 'TranscriptError', message: expect.stringMatching(why) }),
    );
  });
});
