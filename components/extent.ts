import type { SpeakerShare } from '@/lib/store/views';

/** “12,345 words in 130 turns, in 2 episodes”. */
export function extentText(
  appearances: readonly Pick<SpeakerShare, 'wordCount' | 'turnCount'>[],
): string {
  const words = appearances.reduce((sum, { wordCount }) => sum + wordCount, 0);
  const turns = appearances.reduce((sum, { turnCount }) => sum + turnCount, 0);
  const count = (n: number, one: string) => `${n.toLocaleString('en')} ${one}${n === 1 ? '' : 's'}`;
  return `${count(words, 'word')} in ${count(turns, 'turn')}, in ${count(appearances.length, 'episode')}`;
}
