import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { walkJson } from '@/lib/transcript/json-walk';

describe('the walk through JSON', () => {
  it('finds a fault exactly where JavaScript’s own parser finds one', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"\\u00e9"',
      '"',
      '\\',
      '1',
      '-0.5e3',
      '01',
      ' ',
      '\n',
    ];
    const soup = fc
      .array(fc.constantFrom(...pieces, 'true', 'null', 'NaN'), { maxLength: 12 })
      .map((list) => list.join(''));
    const spoiled = fc
      .tuple(fc.json(), fc.nat(200), fc.constantFrom('', ',', '"', '}', 'x'))
      .map(([json, at, with_]) => `${json.slice(0, at)}${with_}${json.slice(at + 1)}`);
    fc.assert(
      fc.property(fc.oneof(fc.json(), soup, spoiled), (text) => {
        let valid = true;
        try {
          JSON.parse(text);
        } catch {
          valid = false;
        }
        expect(walkJson(text) === null).toBe(valid);
      }),
      { numRuns: 2_000 },
    );
  });

  it('tells where every value begins', () => {
    const text = '{"a": [1, {"b\\n": "x"}], "c": {}}';
    const seen: [string, string][] = [];
    walkJson(text, (index, path) => seen.push([path.join('/'), text[index] ?? '']));
    expect(seen).toEqual([
      ['', '{'],
      ['a', '['],
      ['a/0', '1'],
      ['a/1', '{'],
      ['a/1/b\n', '"'],
      ['c', '{'],
    ]);
  });
});
