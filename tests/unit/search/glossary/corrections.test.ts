import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  correctedTokens,
  correctionsWithin,
  coverCorrections,
  createCorrector,
} from '@/lib/search/glossary/corrections';
import { matchText } from '@/lib/search/match';
import { normalise } from '@/lib/search/normalise';
import { parseQuery } from '@/lib/search/parse-query';
import { searchedWords } from '@/lib/search/searched-words';

const correct = createCorrector([
  { term: 'Grok Imagine', heard: 'Garcia Magic' },
  { term: 'Grok Imagine Agent', heard: 'Garcia Magic Asian' },
  { term: 'Veo 3', heard: 'Vue3' },
  { term: 'distillation', heard: 'desolation' },
]);
const read = (text: string) =>
  correct(text).map(({ start, end, term }) => [text.slice(start, end), term]);
const meant = (text: string) =>
  correctedTokens(text, correct(text))
    .map(({ form }) => form)
    .join(' ');

describe('finding what was misheard', () => {
  it('goes by the words, whatever their case and the blanks between them', () => {
    expect(read('So in garcia  magic, and in VUE3.')).toEqual([
      ['garcia  magic', 'Grok Imagine'],
      ['VUE3', 'Veo 3'],
    ]);
    expect(read('the garcia-magic mode')).toEqual([['garcia-magic', 'Grok Imagine']]);
  });

  it('takes the longest form', () => {
    expect(read('Garcia Magic Asian mode')).toEqual([['Garcia Magic Asian', 'Grok Imagine Agent']]);
  });

  it('never reaches over punctuation, nor into a longer word', () => {
    expect(read('by Garcia. Magic is another. Desolations.')).toEqual([]);
  });

  it('lets the first of two entries hold', () => {
    const first = createCorrector([
      { term: 'Claude', heard: 'clod' },
      { term: 'clout', heard: 'clod' },
    ]);
    expect(first('a clod').map(({ term }) => term)).toEqual(['Claude']);
  });

  it('finds nothing without entries', () => {
    expect(createCorrector([])('Garcia Magic')).toEqual([]);
  });

  it('finds spans in order that do not overlap, in any text', () => {
    const words = fc.constantFrom(
      'garcia',
      'magic',
      'asian',
      'vue3',
      'desolation',
      'the',
      '.',
      '—',
    );
    fc.assert(
      fc.property(fc.array(words), (list) => {
        const text = list.join(' ');
        let at = 0;
        for (const { start, end } of correct(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});

describe('a text as it is meant', () => {
  it('has the terms in the place of what was misheard', () => {
    expect(meant('In Garcia Magic Asian mode, Vue3 wins')).toBe(
      'in grok imagine agent mode veo 3 wins',
    );
    expect(meant('nothing to mend')).toBe('nothing to mend');
  });

  it('is searched beside the words as they are written, with no phrase over the border', () => {
    const text = 'I like Vue3';
    const words = searchedWords({ text, corrections: correct(text) });
    expect(words).toBe('i like vue3 ¶ i like veo 3');
    expect(searchedWords({ text: 'Hello, world' })).toBe(normalise('Hello, world'));
  });
});

describe('matching', () => {
  const text = 'So in Garcia Magic you can do it with desolation.';
  const corrections = correct(text);
  const match = (q: string) => {
    const found = matchText(text, parseQuery(q), { corrections });
    return (
      found && { ...found, spans: found.spans.map(({ start, end }) => text.slice(start, end)) }
    );
  };

  it('finds a term and marks the words that stand for it', () => {
    expect(match('grok imagine')).toEqual({ spans: ['Garcia Magic'], typos: 0 });
    expect(match('"in grok imagine you"')?.spans).toEqual(['in Garcia Magic you']);
    expect(match('distillation magic')?.spans).toEqual(['Magic', 'desolation']);
  });

  it('excludes by both readings', () => {
    expect(match('desolation -imagine')).toBeNull();
    expect(match('imagine -garcia')).toBeNull();
  });

  it('forgives typos in a term', () => {
    expect(match('distilation')).toEqual({ spans: ['desolation'], typos: 1 });
  });

  it('does not find what neither reading has', () => {
    expect(match('"garcia imagine"')).toBeNull();
  });
});

describe('pieces and highlights', () => {
  const text = 'In Garcia Magic we trust';
  const corrections = correct(text);

  it('counts a piece’s corrections from its beginning', () => {
    expect(correctionsWithin(corrections, 3, 24)).toEqual([
      { start: 0, end: 12, term: 'Grok Imagine' },
    ]);
    expect(correctionsWithin(corrections, 16, 24)).toEqual([]);
  });

  it('grows a highlight over the correction it touches', () => {
    expect(coverCorrections([{ start: 10, end: 18 }], corrections)).toEqual([
      { start: 3, end: 18 },
    ]);
    const both = [
      { start: 3, end: 9 },
      { start: 10, end: 15 },
    ];
    expect(coverCorrections(both, corrections)).toEqual([{ start: 3, end: 15 }]);
    expect(coverCorrections([{ start: 0, end: 2 }], corrections)).toEqual([{ start: 0, end: 2 }]);
  });
});
