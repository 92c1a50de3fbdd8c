import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery } from '@/lib/search/parse-query';

/** Terms as text: quoted where exact, with a star where a prefix. */
const terms = (list: { tokens: string[]; exact: boolean; prefix: boolean }[]) =>
  list.map(
    ({ tokens, exact, prefix }) =>
      `${exact ? `"${tokens.join(' ')}"` : tokens.join(' ')}${prefix ? '*' : ''}`,
  );
const must = (q: string, typing = false) => terms(parseQuery(q, { typing }).must);
const not = (q: string) => terms(parseQuery(q).not);
const filters = (q: string) => parseQuery(q).filters;

describe('the query language', () => {
  it('has words, phrases and exclusions', () => {
    expect(must('two words')).toEqual(['two', 'words']);
    expect(must('"exact phrase" and')).toEqual(['"exact phrase"', 'and']);
    expect(not('yes -no -"not at all"')).toEqual(['"no"', '"not at all"']);
  });

  it('has operators, whose names may be quoted', () => {
    const q =
      'speaker:ann speaker:"Bo Dahl" show:deep episode:bread section:steam after:2026-01-01 before:2026-12-31';
    expect(filters(q)).toEqual({
      speaker: [{ words: ['ann'] }, { words: ['bo', 'dahl'] }],
      show: [{ words: ['deep'] }],
      episode: [{ words: ['bread'] }],
      section: [{ words: ['steam'] }],
      asked: [],
      answered: [],
      after: '2026-01-01',
      before: '2026-12-31',
    });
    expect(must(q)).toEqual([]);
  });

  it('takes what it does not know for words', () => {
    expect(must('re:invent')).toEqual(['re', 'invent']);
    expect(must('after:tomorrow')).toEqual(['after', 'tomorrow']);
    expect(must('after:2026-02-30')).toEqual(['after', '"2026 02 30"']);
    expect(must('speaker:')).toEqual(['speaker']);
    expect(must('"never closed')).toEqual(['never', 'closed']);
  });

  it('leaves only the last word unfinished, and only while typing', () => {
    expect(must('one two', true)).toEqual(['one', 'two*']);
    expect(must('one two ', true)).toEqual(['one', 'two']);
    expect(must('one "two"', true)).toEqual(['one', '"two"']);
    expect(must('gpt-4', true)).toEqual(['gpt', '4*']);
    expect(must('one -two', true)).toEqual(['one']);
    expect(must('one speaker:ann', true)).toEqual(['one*']);
  });

  it('keeps parts together that were written together', () => {
    expect(must('world-model 3.5')).toEqual(['"world model"', '"3 5"']);
    expect(must('日本語')).toEqual(['"日 本 語"']);
  });

  it('keeps the filters that stand in the address beside those that were typed', () => {
    const query = parseQuery('speaker:ann', {
      filters: { speaker: [{ slug: 'bo-dahl' }], show: [{ slug: 'deep' }] },
    });
    expect(query.filters.speaker).toEqual([{ slug: 'bo-dahl' }, { words: ['ann'] }]);
    expect(query.filters.show).toEqual([{ slug: 'deep' }]);
  });

  it('never throws, and its tokens hold nothing but letters, digits and marks', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.boolean(), (raw, typing) => {
        const query = parseQuery(raw, { typing });
        for (const { tokens } of [...query.must, ...query.not]) {
          expect(tokens.length).toBeGreaterThan(0);
          for (const token of tokens) expect(token).toMatch(/^[\p{L}\p{N}\p{M}]+$/u);
        }
      }),
    );
  });
});
