import fc from 'fast-check';
import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { toAtom } from '@/lib/export/atom';
import { toSitemap, toSitemapIndex } from '@/lib/export/sitemap';

const parser = new XMLParser({ ignoreAttributes: false, trimValues: false, parseTagValue: false });

describe('an Atom feed', () => {
  it('is well formed and says what it was told, whatever that is', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', minLength: 1 }), (text) => {
        const entry = {
          title: text,
          url: 'https://x.example/a?b&c',
          date: '2026-03-01',
          summary: text,
          authors: [text],
        };
        const xml = toAtom({
          title: text,
          self: 'https://x.example/atom.xml',
          url: 'https://x.example/',
          entries: [entry],
        });
        expect(XMLValidator.validate(xml)).toBe(true);
      }),
    );
    const xml = toAtom({
      title: 'A <b>"feed"</b> & more',
      self: 'https://x.example/atom.xml',
      url: 'https://x.example/',
      entries: [
        { title: 'Bread', url: 'https://x.example/e', date: null, summary: null, authors: [] },
      ],
    });
    const { feed } = parser.parse(xml);
    expect(feed.title).toBe('A <b>"feed"</b> & more');
    expect(feed.entry).toMatchObject({ title: 'Bread', id: 'https://x.example/e' });
    expect(feed.entry.published).toBeUndefined();
  });

  it('says of corrected episodes that they are newer than their date', () => {
    const entry = { title: 'Bread', url: 'https://x.example/e', summary: null, authors: [] };
    const { feed } = parser.parse(
      toAtom({
        title: 'Feed',
        self: 'https://x.example/atom.xml',
        url: 'https://x.example/',
        entries: [
          { ...entry, date: '2026-03-01', changedAt: '2026-05-02T10:00:00.000Z' },
          { ...entry, date: '2026-04-01' },
        ],
      }),
    );
    expect(feed.updated).toBe('2026-05-02T10:00:00.000Z');
    expect(feed.entry).toMatchObject([
      { updated: '2026-05-02T10:00:00.000Z', published: '2026-03-01T00:00:00Z' },
      { updated: '2026-04-01T00:00:00Z', published: '2026-04-01T00:00:00Z' },
    ]);
  });
});

describe('a sitemap', () => {
  it('lists addresses with their dates', () => {
    const xml = toSitemap([
      { url: 'https://x.example/a&b', modified: '2026-03-01' },
      { url: 'https://x.example/c', modified: null },
    ]);
    expect(XMLValidator.validate(xml)).toBe(true);
    expect(parser.parse(xml).urlset.url).toEqual([
      { loc: 'https://x.example/a&b', lastmod: '2026-03-01' },
      { loc: 'https://x.example/c' },
    ]);
  });

  it('has addresses in ASCII, and of very many a list of its parts', () => {
    const xml = toSitemap([{ url: 'https://x.example/speakers/苏珊', modified: null }]);
    expect(parser.parse(xml).urlset.url.loc).toBe('https://x.example/speakers/%E8%8B%8F%E7%8F%8A');
    const index = toSitemapIndex(['https://x.example/sitemap.xml?part=1']);
    expect(XMLValidator.validate(index)).toBe(true);
    expect(parser.parse(index).sitemapindex.sitemap.loc).toBe(
      'https://x.example/sitemap.xml?part=1',
    );
  });
});
