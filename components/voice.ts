import type { SpeakerShare } from '@/lib/store/views';

/** How many voices have a colour of their own (app/speakers.css). */
const VOICES = 12;

/** The class that colours each speaker, by index: who talks most comes first, so colours are furthest apart. */
export function voiceClasses(speakers: readonly Pick<SpeakerShare, 'wordCount'>[]): string[] {
  const byWords = speakers.map((_, i) => i).sort((a, b) => words(b) - words(a) || a - b);
  function words(i: number) {
    return speakers[i]?.wordCount ?? 0;
  }
  const classes: string[] = [];
  byWords.forEach((speaker, rank) => {
    classes[speaker] = `v${rank % VOICES}`;
  });
  return classes;
}
