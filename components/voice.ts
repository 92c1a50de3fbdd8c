import { voiceNumbers } from '@/lib/picture/voice-numbers';
import type { SpeakerShare } from '@/lib/store/views';

/** The class that colours each speaker, by index (app/speakers.css). */
export const voiceClasses = (speakers: readonly Pick<SpeakerShare, 'wordCount'>[]): string[] =>
  voiceNumbers(speakers).map((number) => `v${number}`);
