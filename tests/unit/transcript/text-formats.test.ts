import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formats, parseTranscript } from '@/lib/transcript/formats';
import { Transcript } from '@/lib/transcript/transcript';
import { timedTurnsOf, WRITERS } from './written';

/** Nothing here is measured: this only tells a hang from slow going on a busy machine. */
const HANG_MS = 60_000;

const NAMES = ['Ann Lee', 'Dr. Bo Dahl', 'Speaker 3', '田中', 'María de la Cruz Ortega', 'משה'];
const spoken = fc
  .array(
    fc.constantFrom(
      'well',
      'bread',
      'is',
      'risen',
      'two:',
      'so,',
      'why?',
      '2,000',
      '日本語。',
      'שלום',
      'R&D',
      'a<b',
      'naïve',
      '10%',
      'end.',
    ),
    { minLength: 2, maxLength: 14 },
  )
  .map((list) => `Yes, ${list.join(' ')}`);
/** Every speaker comes again, as in talk. */
const conversation = fc
  .tuple(
    fc.integer({ min: 2, max: NAMES.length }),
    fc.array(spoken, { minLength: 12, maxLength: 30 }),
  )
  .map(([people, texts]) =>
    texts.map((text, i) => ({ name: NAMES[i % people] ?? '', text, startMs: i * 61_000 })),
  );

describe.each(WRITERS)('%s', (_, format, timed, write) => {
  it('gives back who said what and when, whatever was said', () => {
    fc.assert(
      fc.property(conversation, (list) => {
        const transcript = Transcript.parse(parseTranscript(write(list)));
        expect(transcript.format).toBe(format);
        expect(timedTurnsOf(transcript)).toEqual(
          list.map(({ name, text, startMs }) => [name, text, timed ? startMs : null]),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('is claimed by its own format more than by any other', () => {
    const text = write(
      Array.from({ length: 12 }, (_, i) => ({
        name: NAMES[i % 3] ?? '',
        text: 'Yes, well, bread is risen.',
        startMs: i * 5_000,
      })),
    );
    const claims = formats.map((each) => [each.name, each.detect(text)] as const);
    const [best, second] = claims.sort((a, b) => b[1] - a[1]);
    expect(best?.[0]).toBe(format);
    expect(best?.[1]).toBeGreaterThan((second?.[1] ?? 0) + 0.05);
  });

  it('reads the same with line ends of Windows, decoded or not', () => {
    const text = write(
      Array.from({ length: 8 }, (_, i) => ({
        name: NAMES[i % 2] ?? '',
        text: 'Yes, bread.',
        startMs: i * 5_000,
      })),
    );
    expect(timedTurnsOf(parseTranscript(text.replaceAll('\n', '\r\n')))).toEqual(
      timedTurnsOf(parseTranscript(text)),
    );
  });
});

describe('hostile text', () => {
  const MEGABYTE = 1_000_000;
  const fill = (piece: string, length = MEGABYTE) => piece.repeat(Math.ceil(length / piece.length));
  const soups = [
    'a',
    ' ',
    '\n',
    ':',
    'a:',
    'A: b\n',
    '**',
    '**a**',
    '*_',
    '[',
    '\\[',
    '](',
    '[a](',
    '(',
    '((((',
    '<',
    '<p>',
    '</p>',
    '<p><b>',
    '</b>',
    '<!--',
    '<cite>',
    '<time>',
    '&amp;',
    '&',
    '#',
    '# ',
    '#### A\n',
    '---\n',
    '0:',
    '1:23 ',
    '00:00:',
    '[00:00',
    '≈',
    '♪',
    '♪ a',
    'A B C D ',
    'A. ',
    '-->',
    '[0 -->',
    '[0.1 --> 0.2]\n',
    '==',
    '| ',
    ',',
    '\t',
    '"',
    '{',
    '田',
    '：',
    '\u200f',
    '\ud800',
    'http://',
    'http://a ',
    '- [a](b)\n',
    'A (',
    'A (1:23',
    '__proto__: x\n',
    'constructor  1:23\nx\n',
    ' \\',
  ];

  it.each(soups.map((soup) => [JSON.stringify(soup), soup]))(
    '%s over and over takes no time',
    (_, soup) => {
      for (const text of [
        fill(soup),
        `Ann: hello there.\n${fill(soup, 200_000)}\nAnn: bye.`,
        `<p>${fill(soup, 200_000)}`,
        `**Ann:** ${fill(soup, 200_000)}\n\n**Bo:** x`,
      ]) {
        const started = performance.now();
        try {
          parseTranscript(text);
        } catch (error) {
          expect(error).toMatchObject({ name: 'TranscriptError' });
        }
        expect(performance.now() - started).toBeLessThan(HANG_MS);
      }
    },
    HANG_MS * 2,
  );

  it('reads any soup of their pieces, or says why not', () => {
    const soup = fc.array(fc.constantFrom(...soups, 'Ann: ', '**Bo:** ', '\n\n', 'words '), {
      maxLength: 60,
    });
    fc.assert(
      fc.property(soup, (pieces) => {
        try {
          Transcript.parse(parseTranscript(pieces.join('')));
        } catch (error) {
          expect(error).toMatchObject({ name: 'TranscriptError' });
        }
      }),
      { numRuns: 500 },
    );
  });

  it('takes names that objects have of themselves for names', () => {
    const text = ['__proto__', 'constructor', 'toString', '__proto__', 'constructor', 'toString']
      .map((name) => `**${name}:** hello to you`)
      .join('\n\n');
    const { speakers } = parseTranscript(text);
    expect(speakers.map(({ name }) => name)).toEqual(['constructor', 'toString']);
  });
});
