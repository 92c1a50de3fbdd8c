import type { Cue } from '../cue.ts';
import type { TranscriptFormat } from '../transcript.ts';
import { srt, cues as srtCues } from './srt.ts';

const TIMES = /^\d{1,4}:\d{2}:\d{2}\.\d{3},\d{1,4}:\d{2}:\d{2}\.\d{3}[ \t]*$/m;
const MEANT = /^(\d[\d.]*:[^\s,:]{1,9}:[^\s,]{1,9}),(\d[\d.]*:[^\s,:]{1,9}:[^\s,]{1,9})[ \t]*$/gm;

/** YouTube's SubViewer captions: SRT but for the line of times, and without numbers. */
export const sbv: TranscriptFormat = {
  name: 'sbv',
  description: 'SBV captions (0:00:00.599,0:00:04.160)',
  detect: (text) => (TIMES.test(text.slice(0, 2_000)) ? 0.95 : 0),
  parse: (text) => ({ ...srt.parse(asSrt(text)), format: 'sbv' }),
  cues: (text): Cue[] => srtCues(asSrt(text)),
};

/** Lines that can only be meant as times become those of SRT, which says what is wrong with them. */
const asSrt = (text: string) => text.replace(MEANT, '$1 --> $2');
