import type { Cue } from '../cue.ts';
import type { TranscriptFormat } from '../transcript.ts';
import { srt, cues as srtCues } from './srt.ts';

const TIMES = /^(\d{1,4}:\d{2}:\d{2}\.\d{3}),(\d{1,4}:\d{2}:\d{2}\.\d{3})[ \t]*$/gm;
const FIRST = new RegExp(TIMES.source, 'm');

/** YouTube's SubViewer captions: SRT but for the line of times, and without numbers. */
export const sbv: TranscriptFormat = {
  name: 'sbv',
  description: 'SBV captions (0:00:00.599,0:00:04.160)',
  detect: (text) => (FIRST.test(text.slice(0, 2_000)) ? 0.95 : 0),
  parse: (text) => ({ ...srt.parse(asSrt(text)), format: 'sbv' }),
  cues: (text): Cue[] => srtCues(asSrt(text)),
};

const asSrt = (text: string) => text.replace(TIMES, '$1 --> $2');
