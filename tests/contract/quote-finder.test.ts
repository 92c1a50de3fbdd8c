import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createSqliteEngine } from '@/lib/search/engines/sqlite/engine';
import { forms } from '@/lib/search/normalise';
import { BREAD, MODELS, sampleEpisode, UNDATED } from './sample-passages';

describe('what the embedded index knows of half-remembered words', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'earmark-quotes-'));
  const engine = createSqliteEngine({ path: path.join(folder, 'search.db') });
  const samples = [BREAD, MODELS, UNDATED].map((sample) => sampleEpisode(sample));

  beforeAll(async () => {
    await engine.prepare();
    for (const sample of samples) await engine.replaceEpisode(sample);
  });
  afterAll(async () => {
    await engine.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('finds each passage by some of its words, first of all', async () => {
    for (const { passages } of samples) {
      for (const { id, text } of passages) {
        const tokens = forms(text);
        if (tokens.length < 6) continue;
        const half = [...tokens.slice(0, Math.ceil(tokens.length * 0.7)), 'unheardof'];
        const found = await engine.resembling(half, 5);
        expect(found[0]?.id, text).toBe(id);
      }
    }
  });

  it('finds nothing by words it does not have, and at most as many as wanted', async () => {
    expect(await engine.resembling(['unheardof', 'neverever'], 5)).toEqual([]);
    expect(await engine.resembling([], 5)).toEqual([]);
    const all = samples.flatMap(({ passages }) => passages.flatMap(({ text }) => forms(text)));
    expect(await engine.resembling(all, 2)).toHaveLength(2);
  });

  it('takes no word for syntax', async () => {
    for (const hostile of ['" OR tags : "any', 'norm:*', '(', 'NEAR', 'AND', "'; --", '\u0000']) {
      expect(await engine.resembling([hostile, hostile], 5)).toEqual([]);
    }
  });

  it('counts in how many passages a word stands', async () => {
    const passages = samples.flatMap((sample) => sample.passages);
    const word = forms(passages[0]?.text ?? '').find(({ length }) => length > 4) ?? '';
    const counts = await engine.counts([word, 'unheardof']);
    expect(counts.passages).toBe(passages.length);
    expect([...counts.of]).toEqual([
      [word, passages.filter(({ text }) => forms(text).includes(word)).length],
    ]);
    await engine.removeEpisode(BREAD.id);
    expect((await engine.counts([word])).passages).toBeLessThan(passages.length);
    const [bread] = samples;
    if (bread) await engine.replaceEpisode(bread);
  });
});
