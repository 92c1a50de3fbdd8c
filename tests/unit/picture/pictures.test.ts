import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Card, draw } from '@/app/picture/draw';
import { respondWithPicture } from '@/app/picture/respond';
import { episodeCard } from '@/lib/picture/episode-card';
import { FIRST_DASHED, NIGHT, NIGHT_VOICES, PAPER, VOICES } from '@/lib/picture/paper';
import { type Quoted, quoteCard } from '@/lib/picture/quote-card';
import { ribbonRuns } from '@/lib/picture/ribbon';
import { speakerCard } from '@/lib/picture/speaker-card';
import { exportEpisode } from '../export/sample';
import { regular, strong } from './typefaces';

const quoted: Quoted = {
  text: 'A wing can fly under water.',
  name: 'Ann Lee',
  role: 'guest',
  voice: 0,
  turn: { startMs: 754_000, timing: 'estimated' },
  episode: { title: 'On wings', show: { slug: 's', title: 'Slow Kitchen' }, date: '2026-03-01' },
};
const card = (change: Partial<Quoted>) => quoteCard({ ...quoted, ...change }, regular, strong);
const words = (text: string) => card({ text }).words.lines.join(' ');

/** Width and height as a PNG's header says them (https://www.w3.org/TR/png-3/#11IHDR). */
function sizeOf(png: Uint8Array): [number, number] {
  expect(String.fromCharCode(...png.subarray(1, 4))).toBe('PNG');
  const view = new DataView(png.buffer, png.byteOffset);
  return [view.getUint32(16), view.getUint32(20)];
}

describe('a quote card', () => {
  it('says who, when and where, and calls an estimate one', () => {
    expect(card({})).toMatchObject({
      words: { size: 84, cut: false },
      verbatim: true,
      rule: { colour: VOICES[0], dashed: false },
      name: { text: 'Ann Lee', colour: VOICES[0] },
      moment: 'guest · about 12:34',
      title: 'On wings',
      source: 'Slow Kitchen · 1 March 2026',
    });
    expect(words(quoted.text)).toBe('“A wing can fly under water.”');
    expect(card({ turn: { startMs: 754_000, timing: 'given' } }).moment).toBe('guest · 12:34');
  });

  it('admits what it cannot draw', () => {
    expect(card({ text: '水の下を飛ぶ' }).verbatim).toBe(false);
    expect(words('水の下を飛ぶ')).toMatch(/letters that this picture does not have/);
    expect(card({ name: null })).toMatchObject({ name: { text: 'Unknown speaker' } });
    expect(card({ name: '李安' }).name).toBeNull();
  });
});

describe('an episode card', () => {
  it('counts those whom it has no room to name', () => {
    const episode = exportEpisode([[0, 'hello']]);
    const [one] = episode.speakers;
    const speakers = Array.from({ length: 40 }, (_, i) => ({
      ...(one ?? expect.fail()),
      name: `Somebody Called ${i}`,
      wordCount: 100 - i,
    }));
    const show = { slug: 's', title: episode.show };
    const { people } = episodeCard({ ...episode, show, speakers }, [0], '5 min', regular, strong);
    expect(people[0]?.text).toBe('Somebody Called 0');
    expect(people.at(-1)?.text).toBe(`and ${40 - people.length + 1} more`);
  });
});

describe('the ribbon', () => {
  it('is full, in order, and gives each column to whoever speaks longest in it', () => {
    const turns = [
      { speaker: 0, startMs: 0, endMs: 3000 },
      { speaker: 1, startMs: 3000, endMs: 4000 },
      { speaker: 0, startMs: 4000, endMs: 4200 },
      { speaker: 1, startMs: 6000, endMs: 10_000 },
    ];
    expect(ribbonRuns(turns, 10_000, 10)).toEqual([
      { from: 0, columns: 3, speaker: 0 },
      { from: 3, columns: 1, speaker: 1 },
      { from: 4, columns: 2, speaker: 0 },
      { from: 6, columns: 4, speaker: 1 },
    ]);
    expect(ribbonRuns([], 10, 10)).toEqual([]);
    expect(ribbonRuns(turns, 0, 10)).toEqual([]);
  });
});

describe('the colours', () => {
  const css = ['globals.css', 'speakers.css']
    .map((file) => readFileSync(path.join(import.meta.dirname, '../../../app', file), 'utf8'))
    .join('\n');

  it('are those of the style sheets, by day and by night', () => {
    const values = (name: string) =>
      [...css.matchAll(new RegExp(`--${name}: (#[0-9a-f]{6});`, 'g'))].map(([, value]) => value);
    const names = { ground: 'paper', markNow: 'mark-now', markInk: 'mark-ink' };
    for (const [key, day] of Object.entries(PAPER)) {
      const night = NIGHT[key as keyof typeof PAPER];
      const name = names[key as keyof typeof names] ?? key;
      expect(values(name), name).toEqual([day, night, night]);
    }
    for (const [i, day] of VOICES.entries()) {
      expect(values(`v${i}`)).toEqual([day, NIGHT_VOICES[i], NIGHT_VOICES[i]]);
    }
  });

  it('are helped by a broken rule from the same voice on', () => {
    const first = css.indexOf(`.v${FIRST_DASHED} {`);
    expect(css.indexOf('--rule: dashed')).toBeGreaterThan(first);
    expect(css.slice(first).match(/--rule: dashed/g)).toHaveLength(VOICES.length - FIRST_DASHED);
  });
});

describe('drawing', () => {
  const asked: string[] = [];
  beforeEach(() => {
    asked.length = 0;
    const real = globalThis.fetch;
    vi.stubGlobal('fetch', (address: unknown) => {
      // The layout engine comes as a data: address, once.
      if (String(address).startsWith('data:')) return real(String(address));
      asked.push(String(address));
      return Promise.reject(new Error(`asked for ${address}`));
    });
  });
  afterEach(() => void vi.unstubAllGlobals());

  const hostile = [
    'Plain words.',
    'Emoji 👩‍🚀 and ❤️ and 1️⃣ and ™️ and 🇫🇷',
    '水の下を飛ぶ翼がある',
    'יש כנף מתחת למים',
    'جناح تحت الماء',
    '\u202Eright to left\u202C and \u0000 nothing',
    '<b onclick="x">not markup</b> & &amp; {"a":1}',
    'x'.repeat(5000),
    'many words '.repeat(3000),
    '© ® ™ ≈ → ± × ÷ ∞ √ $ # * 1 2 3',
    '\uD800 half a pair',
    '',
  ];
  const cards: [string, Card][] = hostile.flatMap((text, i): [string, Card][] => {
    const episode = { ...quoted.episode, title: text, show: { slug: 's', title: text } };
    const person = { slug: 'x', label: 'A', name: text, role: null, inferred: false };
    const speakers = [{ ...person, turnCount: 1, wordCount: 1, share: 1 }];
    const { turns, durationMs } = exportEpisode([[0, 'hello']]);
    const whole = { ...episode, speakers, turns, durationMs };
    const spoken = { name: text, extent: '1 word', shows: [text], quotes: [text] };
    return [
      [`a quote ${i}`, card({ text, name: text, role: null, episode })],
      [`an episode ${i}`, episodeCard(whole, [0], '5 min', regular, strong)],
      [`a speaker ${i}`, speakerCard(spoken, regular, strong)],
    ];
  });

  it.each(cards)('%s: a picture, and no request to anybody', async (_, drawn) => {
    expect(sizeOf(await draw(drawn))).toEqual([1200, 630]);
    expect(asked).toEqual([]);
  });

  it('asks nobody for anything, whatever the text is', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1, maxLength: 80 }), async (text) => {
        await draw(card({ text, name: text }));
        expect(asked).toEqual([]);
      }),
      { numRuns: 25 },
    );
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: 'grapheme', minLength: 1, maxLength: 9 }),
        async (text) => {
          await draw(card({ text: `so ${text}`, name: text }));
          expect(asked).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });

  it('can draw every character that it believes it can', async () => {
    const all = Array.from({ length: 0xffff }, (_, i) => String.fromCharCode(i)).filter(
      (character) => regular.covers(character),
    );
    expect(all.length).toBeGreaterThan(700);
    for (let i = 0; i < all.length; i += 120) {
      await draw(card({ text: all.slice(i, i + 120).join(' ') }));
    }
    expect(asked).toEqual([]);
  });
});

describe('an answer with a picture', () => {
  const ask = (etag?: string) =>
    new Request('http://127.0.0.1/picture.png', etag ? { headers: { 'if-none-match': etag } } : {});

  it('is not sent again to whoever has it, and changes with what it shows', async () => {
    const first = await respondWithPicture(ask(), card({}), 'quote');
    expect(first.status).toBe(200);
    expect(first.headers.get('content-type')).toBe('image/png');
    const etag = first.headers.get('etag') ?? '';
    const again = await respondWithPicture(ask(`"other", W/${etag}`), card({}), 'quote');
    expect(again.status).toBe(304);
    expect(await again.text()).toBe('');
    const changed = await respondWithPicture(ask(etag), card({ text: 'Corrected.' }), 'quote');
    expect(changed.status).toBe(200);
  });
});
