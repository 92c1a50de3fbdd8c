import { linesOf, sourceOf } from '@/lib/citation/cited-words';
import type { KeptWords } from './kept';

/** What is kept, as Markdown: by episode, each with its source, its link and the note beside it. */
export function toKeptMarkdown(kept: readonly KeptWords[]): string {
  const episodes = new Map<string, KeptWords[]>();
  for (const words of kept) episodes.set(words.path, [...(episodes.get(words.path) ?? []), words]);
  const parts = [...episodes.values()].flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const title = [first.episode, first.show].filter(Boolean).join(' · ');
    return [`## ${plain(title)}`, ...own.toSorted((a, b) => a.startMs - b.startMs).map(toPart)];
  });
  return `${['# Kept words', ...parts].join('\n\n')}\n`;
}

function toPart(words: KeptWords): string {
  const { speaker, time } = sourceOf(words);
  const quote = linesOf(words).map((line) => `> ${plain(line)}`);
  const source = `> — ${[speaker, time]
    .filter(Boolean)
    .map((part) => plain(String(part)))
    .join(', ')}, [link](<${words.url}>)`;
  const note = words.note.trim();
  return [...quote, '>', source, ...(note ? ['', note] : [])].join('\n');
}

/** What Markdown would take for a sign of its own is written as the letter it is. */
const plain = (text: string) => text.replace(/\s+/g, ' ').replace(/[\\`*_[\]<>#|~]/g, '\\$&');
