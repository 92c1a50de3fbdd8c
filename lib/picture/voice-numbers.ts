import type { SpeakerShare } from '../store/views.ts';
import { VOICES } from './paper.ts';

/** The number of each speaker's colour, by index, from 0: who talks most comes first, so colours are furthest apart. */
export function voiceNumbers(speakers: readonly Pick<SpeakerShare, 'wordCount'>[]): number[] {
  const words = (i: number) => speakers[i]?.wordCount ?? 0;
  const byWords = speakers.map((_, i) => i).sort((a, b) => words(b) - words(a) || a - b);
  const numbers: number[] = [];
  byWords.forEach((speaker, rank) => {
    numbers[speaker] = rank % VOICES.length;
  });
  return numbers;
}
