import { sentences } from '../../understanding/sentences.ts';

/** A turn longer than this many words is set in paragraphs. */
const WORDS = 110;

/** Text in paragraphs that end with a sentence; joined by spaces they are the text again. */
export function paragraphs(text: string, language: string): string[] {
  const count = (part: string) => part.match(/\S+/gu)?.length ?? 0;
  if (count(text) <= WORDS) return [text];
  const cut: string[] = [];
  let from = 0;
  for (const { end } of sentences(text, language)) {
    if (count(text.slice(from, end)) < WORDS * 0.6) continue;
    cut.push(text.slice(from, end).trim());
    from = end;
  }
  const rest = text.slice(from).trim();
  return rest === '' ? cut : [...cut, rest];
}
