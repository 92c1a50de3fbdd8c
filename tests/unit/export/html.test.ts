import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EPISODE_POLICY, toHtml } from '@/lib/export/html/episode-page';
import { paragraphs } from '@/lib/export/html/paragraphs';
import { classed, type Element, elements, HOSTILE, named } from './elements';
import { exportEpisode, someTurns } from './sample';

describe('an episode in one file', () => {
  const plain = exportEpisode([
    [0, 'hello there'],
    [1, 'and hello to you'],
    [null, 'who is that'],
  ]);

  it('has names, estimated times, sections and an address for every turn', () => {
    const html = toHtml(plain);
    expect(classed(html, 'name').map(({ text }) => text)).toEqual([
      'Ann Lee',
      'Bo',
      'Unknown speaker',
    ]);
    expect(classed(html, 'said').map(({ text }) => text)).toEqual([
      'hello there',
      'and hello to you',
      'who is that',
    ]);
    expect(html).toContain('≈ 0:05');
    expect(html).toContain('id="s-start"');
    for (const { anchor } of plain.turns) expect(html).toContain(`id="turn-${anchor}"`);
    expect(named(html, 'h1')[0]?.text).toBe('On bread — a "talk"');
    expect(html).toContain('Times are estimates');
  });

  it('allows exactly its own style and script, and names nothing elsewhere', () => {
    const html = toHtml(plain);
    const policy = elements(html).find(
      ({ attributes }) => attributes['http-equiv'] === 'Content-Security-Policy',
    )?.attributes.content;
    expect(policy).toBe(EPISODE_POLICY);
    expect(policy).toContain("default-src 'none'");
    for (const name of ['style', 'script']) {
      const [only, ...others] = named(html, name);
      const hash = createHash('sha256')
        .update(only?.text ?? '')
        .digest('base64');
      expect(policy).toContain(`${name}-src 'sha256-${hash}'`);
      expect(others).toEqual([]);
    }
    for (const { name, attributes } of elements(html)) {
      expect(attributes.src, name).toBeUndefined();
      expect(attributes.style, name).toBeUndefined();
      expect(name).not.toMatch(/^(link|img|iframe|object|embed|form|base)$/);
    }
    expect(html).not.toMatch(/@import|url\(|fetch\(|XMLHttpRequest/);
  });

  it('links the recording, and plays nothing', () => {
    expect(toHtml(plain)).not.toContain('recording');
    const recording = 'https://cdn.example.org/a.mp3?b="1"&c=<d>';
    const html = toHtml({ ...plain, recording });
    const links = named(html, 'a').filter(({ attributes }) => attributes.href === recording);
    expect(links).toHaveLength(1);
    expect(named(html, 'audio')).toEqual([]);
    expect(html).toContain('rel="noreferrer"');
  });

  it.each(HOSTILE)('keeps %s words, wherever it stands', (words) => {
    const [ann, bo] = plain.speakers;
    const [section] = plain.sections;
    const html = toHtml({
      ...plain,
      title: words,
      show: words,
      publisherSummary: words,
      speakers: [
        { ...(ann ?? expect.fail()), name: words },
        { ...(bo ?? expect.fail()), name: words },
      ],
      sections: [
        {
          ...(section ?? expect.fail()),
          title: words,
          topics: [{ title: words, firstTurn: 1, lastTurn: 2, startMs: 0, endMs: 1 }],
        },
      ] as typeof plain.sections,
      summary: [{ text: words, turns: [0], verbatim: [] }],
      quotes: [{ id: 'q', turn: 0, start: 0, end: 1, text: words, why: '', pinned: false }],
      turns: plain.turns.map((turn) => ({ ...turn, text: words })),
    });
    const shape = ({ name, attributes }: Element) => `${name} ${Object.keys(attributes).join(' ')}`;
    const harmless = toHtml({
      ...plain,
      sections: [
        {
          ...(section ?? expect.fail()),
          topics: [{ title: 'x', firstTurn: 1, lastTurn: 2, startMs: 0, endMs: 1 }],
        },
      ] as typeof plain.sections,
      publisherSummary: 'x',
      summary: [{ text: 'x', turns: [0], verbatim: [] }],
      quotes: [{ id: 'q', turn: 0, start: 0, end: 1, text: 'x', why: '', pinned: false }],
    });
    expect(elements(html).map(shape)).toEqual(elements(harmless).map(shape));
    for (const { text } of classed(html, 'said')) expect(text).toBe(words);
    expect(named(html, 'h1')[0]?.text).toBe(words);
    expect(named(html, 'blockquote')[0]?.text).toBe(words);
  });

  it('holds every word of every turn', () => {
    fc.assert(
      fc.property(someTurns, (turns) => {
        const html = toHtml(exportEpisode(turns));
        expect(classed(html, 'said').map(({ text }) => text)).toEqual(
          turns.map(([, text]) => text),
        );
      }),
    );
  });
});

describe('paragraphs', () => {
  it('lose nothing and end with a sentence', () => {
    const text = 'So it goes on and on for a while. And then it does so again, says Ann. '.repeat(
      30,
    );
    const cut = paragraphs(text.trim(), 'en');
    expect(cut.length).toBeGreaterThan(3);
    expect(cut.join(' ')).toBe(text.trim());
    for (const paragraph of cut) expect(paragraph).toMatch(/\.$/);
  });

  it('leave a text without sentences whole', () => {
    const text = 'word '.repeat(500).trim();
    expect(paragraphs(text, 'en').join(' ')).toBe(text);
  });
});
