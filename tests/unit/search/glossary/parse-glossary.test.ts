import { describe, expect, it } from 'vitest';
import { parseGlossary, printGlossary } from '@/lib/search/glossary/parse-glossary';

const FILE = `# Ours.
Kubernetes: cooper netties

[Latent Space]
Grok Imagine: Garcia Magic, Crockett mid gen
Mission: Impossible: mission in possible
`;
const entries = (text: string) =>
  parseGlossary(text).entries.map(({ show, term, heard }) => [show, term, heard]);
const problems = (text: string) =>
  parseGlossary(text).problems.map(({ line, message }) => `${line} ${message}`);

describe('a glossary file', () => {
  it('has a line for each term, and shows in brackets', () => {
    expect(entries(FILE)).toEqual([
      [null, 'Kubernetes', 'cooper netties'],
      ['Latent Space', 'Grok Imagine', 'Garcia Magic'],
      ['Latent Space', 'Grok Imagine', 'Crockett mid gen'],
      ['Latent Space', 'Mission: Impossible', 'mission in possible'],
    ]);
    expect(problems(FILE)).toEqual([]);
  });

  it('may come with any line ends and a byte order mark', () => {
    expect(entries('\uFEFFVeo 3: Vue3\r\nLMArena: Elm Arena\r')).toHaveLength(2);
  });

  it('may say the same twice', () => {
    expect(entries('Veo 3: Vue3, vue3\nVeo 3: VUE3')).toEqual([[null, 'Veo 3', 'Vue3']]);
    expect(problems('Veo 3: Vue3\nVeo 3: vue3')).toEqual([]);
  });

  it.each([
    ['Veo 3', '1 has no term'],
    [': Vue3', '1 has no term'],
    ['\nVeo 3:', '2 says nothing that was heard for “Veo 3”'],
    ['Veo 3: veo-3', '1 corrects “veo-3” to the same words'],
    ['Veo 3: …', '1 has “…” as a misheard form, which has no letter or digit'],
    ['Veo 3: Vue3\nVue 3: vue3', '2 corrects “vue3” to “Vue 3”, but line 1 corrects it to “Veo 3”'],
    ['[]\nVeo 3: Vue3', '1 names no show'],
    [`Veo 3: ${'a'.repeat(201)}`, '1 is too long'],
  ])('says what is wrong with %j, and where', (text, message) => {
    expect(problems(text)).toHaveLength(1);
    expect(problems(text)[0]).toContain(message);
  });

  it('lets one form mean different things in different shows', () => {
    expect(problems('[One]\nVeo 3: Vue3\n[Two]\nVue 3: Vue3')).toEqual([]);
  });

  it('prints as it is read', () => {
    const { entries } = parseGlossary(FILE);
    expect(
      parseGlossary(printGlossary(entries)).entries.map(({ line: _, ...entry }) => entry),
    ).toEqual(entries.map(({ line: _, ...entry }) => entry));
    expect(printGlossary([])).toBe('');
  });
});
