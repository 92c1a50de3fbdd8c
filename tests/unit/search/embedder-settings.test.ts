import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { readSettings, SettingsError } from '@/lib/settings';

const folder = mkdtempSync(path.join(tmpdir(), 'earmark-embedder-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const OLLAMA = { source: 'ollama', model: 'nomic-embed-text', dimensions: 768 };
const REST = {
  source: 'rest',
  url: 'https://vectors.example.org/embed',
  dimensions: 384,
  request: { input: ['{{text}}', '{{..}}'] },
  response: { data: [{ embedding: '{{embedding}}' }, '{{..}}'] },
};
const read = (embedder: unknown, more: Record<string, string> = {}) =>
  readSettings(
    {
      MEILI_HOST: 'http://127.0.0.1:7700',
      SEARCH_EMBEDDER: typeof embedder === 'string' ? embedder : JSON.stringify(embedder),
      ...more,
    } as never,
    folder,
  ).semantic;
const refusal = (embedder: unknown, more?: Record<string, string>): string => {
  try {
    read(embedder, more);
  } catch (error) {
    expect(error).toBeInstanceOf(SettingsError);
    return (error as Error).message;
  }
  throw new Error('It was taken.');
};

describe('an embedder in the settings', () => {
  it('is absent unless configured', () => {
    expect(readSettings({} as never, folder).semantic).toBeNull();
    expect(readSettings({ MEILI_HOST: 'http://127.0.0.1:7700' } as never).semantic).toBeNull();
  });

  it.each([
    OLLAMA,
    { ...OLLAMA, url: 'http://127.0.0.1:11434/api/embed', binaryQuantized: true },
    { source: 'openAi' },
    { source: 'openAi', model: 'text-embedding-3-small', apiKey: 'sk-1', dimensions: 512 },
    REST,
    { ...REST, apiKey: 'k', headers: { 'x-team': 'a' }, distribution: { mean: 0.7, sigma: 0.3 } },
    { source: 'huggingFace' },
    {
      source: 'huggingFace',
      model: 'BAAI/bge-base-en-v1.5',
      revision: 'main',
      pooling: 'forceCls',
    },
  ])('is taken as Meilisearch knows it: %j', (embedder) => {
    const semantic = read(embedder);
    expect(semantic?.embedder).toMatchObject(embedder);
    expect(semantic?.embedder.documentTemplate).toContain('doc.text');
    expect(semantic).toMatchObject({ ratio: 0.5, least: 0.7 });
  });

  it('may have a template of its own', () => {
    expect(read({ ...OLLAMA, documentTemplate: '{{doc.text}}' })?.embedder).toMatchObject({
      documentTemplate: '{{doc.text}}',
    });
  });

  it('may stand in a file, beside the project or anywhere', () => {
    writeFileSync(path.join(folder, 'embedder.json'), JSON.stringify(OLLAMA));
    expect(read('embedder.json')?.embedder).toMatchObject(OLLAMA);
    expect(read(path.join(folder, 'embedder.json'))?.embedder).toMatchObject(OLLAMA);
  });

  it.each([
    ['0', 0],
    ['0.25', 0.25],
    ['.75', 0.75],
    ['1', 1],
  ])('weighs as much as SEARCH_SEMANTIC_RATIO=%s says', (SEARCH_SEMANTIC_RATIO, ratio) => {
    expect(read(OLLAMA, { SEARCH_SEMANTIC_RATIO })?.ratio).toBe(ratio);
    expect(read(OLLAMA, { SEARCH_SEMANTIC_LEAST: SEARCH_SEMANTIC_RATIO })?.least).toBe(ratio);
  });

  it.each([
    ['another source', { source: 'cohere' }, /source must be ollama, openAi, rest or huggingFace/],
    ['no source', { model: 'm' }, /source must be/],
    ['vectors by hand', { source: 'userProvided', dimensions: 3 }, /makes no vectors of its own/],
    ['a list', '{"a":', /is no JSON: write one object such as/],
    ['no model', { source: 'ollama', dimensions: 768 }, /model is missing: must be a text/],
    ['an empty model', { ...OLLAMA, model: '' }, /model must not be empty/],
    ['no dimensions', { source: 'ollama', model: 'm' }, /dimensions is missing: .*such as 768/],
    ['odd dimensions', { ...OLLAMA, dimensions: 7.5 }, /dimensions must be how many numbers/],
    [
      'another API of ollama',
      { ...OLLAMA, url: 'http://a.example/api' },
      /must end in \/api\/embed/,
    ],
    ['a file URL', { ...REST, url: 'file:///etc/passwd' }, /url must be an http\(s\) URL/],
    ['no URL', { ...REST, url: undefined }, /url is missing/],
    ['no request', { ...REST, request: undefined }, /request is missing/],
    [
      'a request without text',
      { ...REST, request: { input: 'x' } },
      /must have "\{\{text\}\}" in it/,
    ],
    ['a response without vector', { ...REST, response: {} }, /must have "\{\{embedding\}\}" in it/],
    [
      'a key for nobody',
      { source: 'huggingFace', apiKey: 'k' },
      /“apiKey” is nothing that .* huggingFace has/,
    ],
    [
      'a distribution without sigma',
      { ...REST, distribution: { mean: 1 } },
      /distribution\.sigma is missing: must be a number from 0 to 1/,
    ],
    ['a header that is no text', { ...REST, headers: { a: 1 } }, /headers\.a must be a text/],
  ])('is refused in one sentence: %s', (_, embedder, sentence) => {
    const message = refusal(embedder);
    expect(message).toMatch(/^SEARCH_EMBEDDER: .+[^.]\.$/s);
    expect(message).toMatch(sentence);
  });

  it('is refused by the name of its file', () => {
    writeFileSync(path.join(folder, 'bad.json'), '{"source": "ollama"}');
    expect(refusal('bad.json')).toMatch(/^SEARCH_EMBEDDER \(bad\.json\): model is missing/);
    expect(refusal('nowhere.json')).toMatch(/cannot be read, nowhere\.json \(ENOENT\)/);
  });

  it('does not tell its key to whoever reads the refusal', () => {
    for (const embedder of [
      '{"source":"openAi","apiKey":"sk-secret",}',
      { source: 'openAi', apiKey: 'sk-secret', url: 'no' },
      { source: 'huggingFace', apiKey: 'sk-secret' },
    ]) {
      expect(refusal(embedder)).not.toContain('sk-secret');
    }
  });

  it.each([
    `'${JSON.stringify({ source: 'openAi', apiKey: 'sk-secret' })}'`,
    JSON.stringify(JSON.stringify({ source: 'openAi', apiKey: 'sk-secret' })),
    '[{"source": "openAi", "apiKey": "sk-secret"}]',
  ])('takes JSON with something before it for no path: %s', (embedder) => {
    const message = refusal(embedder);
    expect(message).toMatch(/^SEARCH_EMBEDDER must begin with “\{”/);
    expect(message).not.toContain('sk-secret');
  });

  it('needs Meilisearch', () => {
    expect(refusal(OLLAMA, { MEILI_HOST: '' })).toMatch(/^SEARCH_EMBEDDER needs MEILI_HOST: /);
  });

  it.each(['-0.1', '1.01', 'half', '0x1', '1e-1', ' ', '0,5'])(
    'SEARCH_SEMANTIC_RATIO=%s is refused',
    (ratio) => {
      expect(refusal(OLLAMA, { SEARCH_SEMANTIC_RATIO: ratio })).toMatch(
        /^SEARCH_SEMANTIC_RATIO must be a number from 0 to 1: /,
      );
    },
  );

  it('a ratio says nothing without an embedder', () => {
    expect(refusal('', { SEARCH_SEMANTIC_RATIO: '0.5' })).toMatch(
      /^SEARCH_SEMANTIC_RATIO says nothing without SEARCH_EMBEDDER/,
    );
    expect(refusal('', { SEARCH_SEMANTIC_LEAST: '0.5' })).toMatch(/^SEARCH_SEMANTIC_LEAST says/);
  });
});
