import { describe, expect, it } from 'vitest';
import { formats, parseTranscript } from '@/lib/transcript/formats';
import type { Transcript } from '@/lib/transcript/transcript';
import { heard, RECOGNISERS } from './recognised';
import { turnsOf } from './written';

/** Nothing here is measured: this only tells a hang from slow going on a busy machine. */
const HANG_MS = 60_000;

const refused = (text: string, why: RegExp, line?: number) =>
  expect(() => parseTranscript(text)).toThrow(
    expect.objectContaining({
      name: 'TranscriptError',
      message: expect.stringMatching(why),
      ...(line === undefined ? {} : { line }),
    }),
  );
/** Milliseconds that some work takes. */
const timed = (work: () => void) => {
  const started = performance.now();
  work();
  return performance.now() - started;
};

describe('broken JSON', () => {
  it.each([
    ['that was cut off', '{"segments": [\n  {"start": 0, "te', 2, 19, /cut off/],
    ['with a comma too many', '{"segments": [\n1,\n]}', 3, 1, /a comma stands before \]/],
    ['without a comma', '{"segments": []\n "text": ""}', 2, 2, /a comma or \}/],
    ['with NaN', '{"a": 1,\n "b": NaN}', 2, 7, /“NaN” is no value.*null/],
    ['with a line end in quotes', '{"a": "b\nc"}', 1, 9, /a line ends within double quotes/],
    ['with a lone backslash', '{"a": "C:\\music"}', 1, 10, /backslash/],
    ['as Python prints it', "{'segments': [{'start': 0}]}", 1, 2, /double quotes/],
    ['in one document a line', '{"text": "a"}\n{"text": "b"}', 2, 1, /one document/],
    ['without a key', '{"a": 1, 2}', 1, 10, /“2” stands where a key/],
    ['without a colon', '{"a" 1}', 1, 6, /a colon belongs/],
    ['with a number of another kind', '{"a": 01}', 1, 7, /“01” is no value/],
  ])('%s says where and how to mend it', (_, text, line, column, why) => {
    refused(text, new RegExp(`broken at line ${line}, column ${column}: `), line);
    refused(text, why);
  });
});

describe('JSON made to do harm', () => {
  it('does nothing with names that objects have of themselves', () => {
    const segment = '{"start": 0, "end": 1, "text": "hello", "speaker": "__proto__"}';
    const text = `{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}, "segments": [${segment}, {"start": 1, "end": 2, "text": "hi", "speaker": "constructor", "__proto__": {"text": "no"}}]}`;
    expect(turnsOf(parseTranscript(text))).toEqual([
      ['__proto__', 'hello'],
      ['constructor', 'hi'],
    ]);
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
    refused('{"__proto__": {"segments": [{"start": 0, "end": 1, "text": "x"}]}}', /no transcript/);
  });

  it.each([
    ['lists', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
    ['lists that do not close', '['.repeat(100_000)],
    ['objects', `${'{"a":'.repeat(100_000)}1${'}'.repeat(100_000)}`],
    ['objects that do not close', '{"a":'.repeat(100_000)],
  ])('%s within one another 100,000 times are refused', (_, text) => {
    expect(timed(() => refused(text, /./))).toBeLessThan(HANG_MS);
  });

  it('may nest words in words as deep as it likes', () => {
    const text = `[${'{"speaker": "Ann", "words": ['.repeat(20_000)}{"text": "so", "start": 0}${']}'.repeat(20_000)}]`;
    expect(timed(() => refused(text, /./))).toBeLessThan(HANG_MS);
  });

  it('may hold such nesting beside its words', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    const text = `{"extra": ${deep},\n"segments": [{"start": 0, "end": 1, "text": "hello", "more": ${deep}}]}`;
    expect(parseTranscript(text).turns).toMatchObject([{ text: 'hello', line: 2 }]);
  });

  it.each([
    ['before the beginning', -1],
    ['in words', 'soon'],
    ['without end', 1e308],
    ['of nothing', null],
    ['in a list', [1]],
  ])('a time %s is none, and said to be', (_, odd) => {
    const segments = [
      { start: 0, end: 1, text: 'one' },
      { start: odd, end: odd, text: 'two' },
      { start: '2.5', end: '3.25', text: 'three' },
    ];
    const { turns, warnings } = parseTranscript(JSON.stringify({ segments }, null, 1));
    expect(turns).toMatchObject([{ text: 'one two three', startMs: 0, endMs: 3_250 }]);
    expect(warnings).toEqual([{ line: 8, message: expect.stringContaining('no time') }]);
  });

  it('tells of times that go back, overlap or end early, once each', () => {
    const segments = [
      [0, 2],
      [1, 3],
      [0.5, 0.25],
      [5, 6],
    ].map(([start, end], i) => ({ start, end, text: `w${i}` }));
    const { turns, warnings } = parseTranscript(JSON.stringify({ segments }, null, 1));
    expect(warnings.map(({ line }) => line)).toEqual([8, 13, 13]);
    expect(turns.map(({ text }) => text)).toEqual(['w0 w1 w2', 'w3']);
    expect(turns[0]).toMatchObject({ startMs: 0, endMs: 3_000 });
  });
});

describe('XML made to do harm', () => {
  const body = '<body><div><p begin="0s" end="1s">&a;</p></div></body></tt>';

  it.each([
    [
      'entities that grow',
      `<?xml version="1.0"?><!DOCTYPE tt [<!ENTITY b "lol"><!ENTITY a "&b;&b;&b;&b;">]><tt>${body}`,
      /defines entities/,
    ],
    [
      'entities from files',
      `<!DOCTYPE tt [<!ENTITY a SYSTEM "file:///etc/passwd">]><tt>${body}`,
      /defines entities/,
    ],
    [
      'entities of its DOCTYPE’s file',
      `<!DOCTYPE tt SYSTEM "http://x.example/a.dtd"><tt>${body}`,
      /broken/,
    ],
    ['entities that nobody defined', `<tt>${body}`, /broken at line 1/],
    ['endless depth', `<tt>${'<a>'.repeat(100_000)}`, /nested/],
    ['no end', '<tt><body>\n<p begin="0s">hello</p>', /broken at line 2/],
    ['crossed tags', '<tt><body><p>hello</body></p></tt>', /broken at line 1/],
    ['no words', '<tt><body><p begin="0s" end="1s"> </p></body></tt>', /no words/],
  ])('with %s is refused', (_, text, why) => {
    expect(timed(() => refused(text, why))).toBeLessThan(HANG_MS);
  });
});

describe('large documents', () => {
  const line = 'well this is what people say when they talk of bread.';

  it.each(RECOGNISERS)('of %s are read without a hang', (_, name, _tells, write) => {
    const text = write(heard(Array.from({ length: 3_000 }, (_, i) => [i % 3, line] as const)));
    let transcript: Transcript | undefined;
    const took = timed(() => {
      transcript = parseTranscript(text);
    });
    expect(transcript?.format).toBe(name);
    expect(took).toBeLessThan(HANG_MS);
  });

  it('of no known shape are refused as quickly', () => {
    const list = JSON.stringify(Array.from({ length: 200_000 }, (_, i) => ({ a: i, b: 'words' })));
    expect(timed(() => refused(list, /no transcript/))).toBeLessThan(HANG_MS);
  });

  it('never reach a detector that throws', () => {
    for (const text of [
      '{',
      '[',
      '{"',
      '<',
      '<tt',
      '<!--',
      '<!DOCTYPE',
      'start\tend\ttext',
      '[{}',
      '{}',
    ]) {
      for (const format of formats) expect(format.detect(text)).toBeLessThan(1);
    }
  });
});
