import { readFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { compose } from '@/lib/ingest/compose';
import { type Composers, composeHere, composeInThreads } from '@/lib/ingest/composers';
import { TranscriptError } from '@/lib/transcript/transcript';

const EXAMPLES = path.resolve(import.meta.dirname, '../../../seeds/examples');
const orderOf = (name: string, text = readFileSync(path.join(EXAMPLES, name))) => ({
  source: { location: name, bytes: new Uint8Array(text) },
  options: { speakers: [] },
  captions: undefined,
});
const NAMES = ['night-trains.vtt', 'tidal-kites-again.json', 'tidal-kites.txt'];

let composers: Composers = composeHere;
afterEach(() => composers.close());

describe.each([
  ['here', () => composeHere],
  ['in threads', () => composeInThreads(2)],
] as const)('composing %s', (_, open) => {
  it('gives for each file what composing it alone gives, whatever else is under way', async () => {
    composers = open();
    const orders = NAMES.map((name) => orderOf(name));
    const composed = await Promise.all(orders.map((order) => composers.compose(order)));
    expect(composed).toEqual(orders.map(({ source, options }) => compose(source, options)));
  });

  it('refuses a file in the same sentence, at its line, and goes on', async () => {
    composers = open();
    const broken = orderOf('broken.srt', Buffer.from('1\n00:00:01,000 --> soon\nHello.'));
    const refused = composers.compose(broken);
    const next = composers.compose(orderOf(NAMES[0] ?? ''));
    await expect(refused).rejects.toMatchObject({ name: 'TranscriptError', line: 2 });
    await expect(refused).rejects.toBeInstanceOf(TranscriptError);
    expect((await next).record.turns.length).toBeGreaterThan(1);
  });
});
