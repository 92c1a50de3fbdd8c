import { describe, expect, it } from 'vitest';
import type { KeptWords } from '@/components/behaviour/keeping/kept';
import { toKeptMarkdown } from '@/components/behaviour/keeping/kept-markdown';

const words = (own: Partial<KeptWords>): KeptWords => ({
  passages: [{ speaker: 'Ann Lee', text: 'Kites *fly*\nin the tide.' }],
  episode: 'Tidal <kites>',
  show: 'Deep Talk',
  date: '2026-06-01',
  language: 'en',
  startMs: 65_000,
  estimated: true,
  url: 'https://example.org/episodes/kites?at=x#turn-a',
  path: '/episodes/kites',
  note: '',
  keptAt: '2026-06-02T00:00:00Z',
  ...own,
});

describe('kept words as Markdown', () => {
  it('stand by episode, in the order of the talk, with source, link and note', () => {
    const text = toKeptMarkdown([
      words({ startMs: 90_000, passages: [{ speaker: null, text: 'Later.' }] }),
      words({ note: 'Ask about this.' }),
    ]);
    expect(text).toBe(`# Kept words

## Tidal \\<kites\\> · Deep Talk

> “Kites \\*fly\\* in the tide.”
>
> — Ann Lee, about 1:05, [link](<https://example.org/episodes/kites?at=x#turn-a>)

Ask about this.

> “Later.”
>
> — Unknown speaker, about 1:30, [link](<https://example.org/episodes/kites?at=x#turn-a>)
`);
  });

  it('of nothing are a title', () => {
    expect(toKeptMarkdown([])).toBe('# Kept words\n');
  });
});
