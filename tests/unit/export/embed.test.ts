import { XMLParser } from 'fast-xml-parser';
import { describe, expect, it } from 'vitest';
import { EMBED_POLICY, episodeEmbed, quoteEmbed } from '@/lib/export/html/embed-card';
import { embeddedPage, frameMarkup, frameSize, oEmbed, oEmbedXml } from '@/lib/export/oembed';
import type { EpisodeView, QuoteInContext } from '@/lib/store/views';
import { classed, elements, HOSTILE, named } from './elements';
import { exportEpisode } from './sample';

const SITE = 'https://pods.example.org';

function quote(words: string, name = 'Ann Lee'): QuoteInContext {
  const { turns, speakers } = exportEpisode([[0, words]]);
  return {
    id: 'abc',
    text: words,
    start: 0,
    end: words.length,
    why: '',
    pinned: false,
    episode: {
      slug: 'on-bread',
      title: name === 'Ann Lee' ? 'On bread' : name,
      show: { slug: 's', title: 'Slow Kitchen' },
      date: '2026-03-01',
      timing: 'estimated',
    },
    section: null,
    speakers: speakers.map((speaker) => ({ ...speaker, name })),
    quoted: 0,
    exchange: turns,
  };
}

function episode(words = 'Bread takes time.'): EpisodeView {
  const { show, ...rest } = exportEpisode([
    [0, words],
    [1, 'It does.'],
  ]);
  return {
    ...rest,
    slug: 'on-bread',
    show: { slug: 's', title: show },
    mediaUrl: null,
    mediaFile: null,
    mediaType: null,
    glossary: [],
    wordCount: 5,
    things: [],
    understandingVersion: 1,
    writtenBy: null,
    warnings: [],
    summary: [{ text: words, turns: [1], verbatim: [] }],
  };
}

describe('a card for other pages', () => {
  it('shows a quote with its source, and every link leaves the frame', () => {
    const html = quoteEmbed(quote('Bread takes time.'), SITE);
    expect(named(html, 'blockquote')[0]?.text).toBe('“Bread takes time.”');
    expect(classed(html, 'name')[0]?.text).toBe('Ann Lee');
    expect(classed(html, 'time')[0]).toMatchObject({
      text: '≈ 0:00',
      attributes: { href: `${SITE}/quotes/abc`, target: '_top' },
    });
    for (const { attributes } of named(html, 'a')) {
      expect(attributes.target).toBe('_top');
      expect(attributes.href).toMatch(/^https:\/\/pods\.example\.org\//);
    }
    expect(html).toContain('Slow Kitchen · 2026-03-01');
  });

  it('shows a section with its points, or how it begins where there are none', () => {
    const whole = episode();
    const [section] = whole.sections;
    expect(episodeEmbed(whole, section, SITE)).toContain('Bread takes time.');
    expect(named(episodeEmbed(whole, section, SITE), 'h1')).toHaveLength(1);
    expect(classed(episodeEmbed(whole, section, SITE), 'quiet')[0]?.text).toBe('Bread takes time.');
    const [point] = named(episodeEmbed(whole, undefined, SITE), 'li');
    expect(point?.text.trim()).toBe('Bread takes time.');
    expect(episodeEmbed(whole, undefined, SITE)).toContain(`${SITE}/episodes/on-bread#turn-t1`);
  });

  it('runs nothing, asks for nothing, and may be framed', () => {
    const html = quoteEmbed(quote('Bread.'), SITE);
    expect(elements(html).map(({ name }) => name)).not.toEqual(
      expect.arrayContaining([expect.stringMatching(/^(script|link|img|iframe|form)$/)]),
    );
    expect(EMBED_POLICY).toContain("default-src 'none'");
    expect(EMBED_POLICY).toContain("script-src 'none'");
    expect(EMBED_POLICY).not.toContain('frame-ancestors');
  });

  it.each(HOSTILE)('keeps %s words', (words) => {
    const shape = (html: string) => elements(html).map(({ name }) => name);
    const hostile = quoteEmbed(quote(words, words), SITE);
    expect(shape(hostile)).toEqual(shape(quoteEmbed(quote('x', 'y'), SITE)));
    expect(named(hostile, 'blockquote')[0]?.text).toBe(`“${words}”`);
    expect(shape(episodeEmbed(episode(words), undefined, SITE))).toEqual(
      shape(episodeEmbed(episode('x'), undefined, SITE)),
    );
    const frame = frameMarkup({ src: `${SITE}/embed/quotes/abc`, title: words, characters: 9 });
    expect(elements(frame)).toHaveLength(1);
    expect(elements(frame)[0]?.attributes.title).toBe(words);
  });
});

describe('oEmbed', () => {
  const card = {
    src: `${SITE}/embed/quotes/abc`,
    title: 'A quote from “Ann” & Bo',
    characters: 200,
    author: { name: 'Ann Lee', url: `${SITE}/speakers/ann-lee` },
    picture: `${SITE}/quotes/abc/picture.png`,
  };

  it('answers with a frame and a picture', () => {
    const answer = oEmbed(card, SITE, {});
    expect(answer).toMatchObject({
      version: '1.0',
      type: 'rich',
      provider_name: 'Earmark',
      author_name: 'Ann Lee',
      width: 640,
      thumbnail_width: 1200,
    });
    const [frame] = elements(answer.html);
    expect(frame).toMatchObject({
      name: 'iframe',
      attributes: { src: card.src, width: '640', height: String(answer.height) },
    });
    expect(frame?.attributes.sandbox).not.toContain('allow-scripts');
  });

  it('keeps within the room there is, the picture too', () => {
    const small = oEmbed(card, SITE, { maxwidth: 300, maxheight: 180 });
    expect(small).toMatchObject({ width: 300, height: 180 });
    expect(small).not.toHaveProperty('thumbnail_url');
    expect(frameSize(card, { maxwidth: 300 }).height).toBeGreaterThan(frameSize(card).height);
  });

  it('says the same as XML', () => {
    const answer = oEmbed(card, SITE, {});
    const parsed = new XMLParser({ parseTagValue: false }).parse(oEmbedXml(answer));
    expect(parsed.oembed.html).toBe(answer.html);
    expect(parsed.oembed.title).toBe(answer.title);
    expect(parsed.oembed.width).toBe('640');
  });

  it.each([
    [`${SITE}/quotes/abc`, { quote: 'abc' }],
    [`${SITE}/quotes/abc/`, { quote: 'abc' }],
    [`${SITE}/episodes/on-bread`, { episode: 'on-bread', section: null }],
    [`${SITE}/episodes/on-bread#s-start`, { episode: 'on-bread', section: 'start' }],
    [`${SITE}/episodes/on-bread?quote=abc#turn-t1`, { quote: 'abc' }],
    [`${SITE}/episodes/on-bread?q=x#t=9`, { episode: 'on-bread', section: null }],
    [`${SITE}/speakers/ann-lee`, null],
    [`${SITE}/quotes/abc/picture.png`, null],
    ['https://elsewhere.example/quotes/abc', null],
    ['https://pods.example.org.evil.example/quotes/abc', null],
    ['javascript:alert(1)', null],
    ['not an address', null],
  ])('reads %s', (url, page) => {
    expect(embeddedPage(url, SITE)).toEqual(page);
  });
});
