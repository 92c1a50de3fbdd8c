import { describe, expect, it } from 'vitest';
import { looksMisheard } from '@/lib/search/glossary/looks-misheard';
import { entriesFor, previewGlossary } from '@/lib/search/glossary/preview';

const turns = [{ text: 'We used Vue3 and clod code.' }, { text: 'A clod of earth.' }];

describe('a preview', () => {
  it('shows each place that will be marked, in the words of the transcript', () => {
    expect(previewGlossary(turns, [], [{ term: 'Claude', heard: 'clod' }])).toEqual([
      { kind: 'new', term: 'Claude', heard: 'clod', turn: 0, start: 17, end: 21 },
      { kind: 'new', term: 'Claude', heard: 'clod', turn: 1, start: 2, end: 6 },
    ]);
  });

  it('shows what will be marked no longer, and nothing that stays', () => {
    const vue = { term: 'Veo 3', heard: 'Vue3' };
    const changes = previewGlossary(
      turns,
      [vue, { term: 'Claude', heard: 'clod' }],
      [vue, { term: 'Claude Code', heard: 'clod code' }],
    );
    expect(changes.map(({ kind, term, turn }) => [kind, term, turn])).toEqual([
      ['gone', 'Claude', 0],
      ['new', 'Claude Code', 0],
      ['gone', 'Claude', 1],
    ]);
  });

  it('takes a show’s own entries before those for all', () => {
    const own = { show: 'a', term: 'Veo 3', heard: 'Vue3' };
    const all = { show: null, term: 'Vue 3', heard: 'Vue3' };
    expect(entriesFor([all, own], 'a')).toEqual([own, all]);
    expect(entriesFor([all, own], 'b')).toEqual([all]);
  });
});

describe('what looks misheard', () => {
  const judge = (term: string, text: string) => {
    const start = text.indexOf('[');
    const end = text.indexOf(']') - 1;
    return looksMisheard(term, { text: text.replace(/[[\]]/g, ''), start, end });
  };

  it.each([
    ['Grok Imagine', 'So in [Garcia Magic] mode'],
    ['Grok Imagine', 'Also the [Crockett mid gen] was fast'],
    ['Veo 3', 'I remember [Vue3] has a context'],
    ['distillation', 'different from knowledge [dissolution] these days'],
  ])('is a name or a word in the place of “%s”: %s', (term, text) => {
    expect(judge(term, text)).toBeGreaterThan(0);
  });

  it.each([
    ['video models', 'like in the [middle] of it', 'plain words'],
    ['world model', 'a few years old. [Image] generation', 'a capital that begins a sentence'],
    ['Grok Imagine', 'Yeah. So [Garcia, imagine] this', 'words apart'],
    ['VLM', 'Most of the [VLMs] see', 'another form of the term'],
    ['distillation', 'we [distill] it', 'another form of the term'],
    ['image model', 'yeah [I want email] now', 'the word “I”'],
  ])('is not so for “%s” in %s: %s', (term, text) => {
    expect(judge(term, text)).toBeNull();
  });
});
