import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { closestMatches } from '@/lib/search/closest-matches';
import { matchText } from '@/lib/search/match';
import { parseQuery } from '@/lib/search/parse-query';
import { escapeHtml, snippetHtml } from '@/lib/search/snippet';

const snippet = (text: string, q: string) =>
  snippetHtml(text, matchText(text, parseQuery(q))?.spans ?? []);

describe('a snippet', () => {
  it('marks what matched', () => {
    expect(snippet('Hello, world! Good world.', 'world')).toBe(
      'Hello, <mark>world</mark>! Good <mark>world</mark>.',
    );
  });

  it('marks neighbours as one', () => {
    expect(snippet('A long loaf of bread.', 'long loaf')).toBe(
      'A <mark>long loaf</mark> of bread.',
    );
  });

  it('shows the part with most of the words, and says that there is more', () => {
    const filler = 'and so on '.repeat(60);
    const html = snippet(`${filler}bread and butter ${filler}bread`, 'bread butter');
    expect(html).toMatch(/^….*<mark>bread<\/mark> and <mark>butter<\/mark>.*…$/);
    expect(html.length).toBeLessThan(400);
  });

  it('shows, and leads to, different words side by side rather than one of them thrice', () => {
    const filler = 'and so on '.repeat(40);
    const text = `An oven, the oven, my oven ${filler}the long oven ${filler}`;
    const { spans } = matchText(text, parseQuery('long oven')) ?? { spans: [] };
    const best = closestMatches(text, spans);
    expect(text.slice(best?.start, best?.end)).toBe('long oven');
    expect(snippet(text, 'long oven')).toContain('the <mark>long oven</mark>');
    expect(closestMatches(text, [])).toBeUndefined();
  });

  it('never lets text become markup, and shows nothing that is not in the text', () => {
    const piece = fc.constantFrom(
      '<script>',
      '&amp;',
      '"',
      "'",
      '<mark>',
      'bread',
      'oven',
      ' ',
      '世界',
      '🎬',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 120 }), (pieces) => {
        const text = pieces.join('');
        const html = snippet(text, 'bread');
        const plain = html.replace(/<\/?mark>/g, '').replace(/^…|…$/g, '');
        expect(plain).not.toMatch(/[<>"']/);
        expect(escapeHtml(text)).toContain(plain);
      }),
    );
  });
});
