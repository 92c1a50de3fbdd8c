import type { Cue } from './cue.ts';
import { excerpt } from './excerpt.ts';
import { speakerPrefix } from './speaker-prefix.ts';
import { labelOf } from './spoken-piece.ts';
import type { Warning } from './transcript.ts';

/** From such a share of its cues on a file has the habit of naming who speaks, however the names look… */
const HABIT = 0.25;
/** …and from this on nearly whatever stands before a colon is a name. */
const ALWAYS = 0.6;

/**
 * Takes "Name:" off the words where no voice is named otherwise. A file that opens with a name names
 * everybody; in others only a name that recurs is one, for prose has colons too. Labels that do not look
 * like names ("Ann (she/her)", "ann.lee") count where a good part of all cues begins with ones that recur.
 */
export function withLabels(cues: Cue[], warnings: Warning[]): Cue[] {
  if (cues.some(({ speaker }) => speaker !== null)) return cues;
  const found = cues.map(({ text }) => speakerPrefix(text));
  const counts = new Map<string, number>();
  for (const prefix of found) {
    if (prefix) counts.set(prefix.speaker, (counts.get(prefix.speaker) ?? 0) + 1);
  }
  const recurring = [...counts].filter(([, count]) => count > 1);
  const share = recurring.reduce((sum, [, count]) => sum + count, 0) / cues.length;
  const shouted = recurring.length > 1 && recurring.every(([label]) => isShouted(label));
  const opens = found[0]?.sure === true;
  return cues.map((cue, i) => {
    const prefix = found[i];
    if (!prefix) return cue;
    const { speaker: label, rest, sure } = prefix;
    const once = counts.get(label) === 1;
    const alike = share >= ALWAYS || (sure && (opens || (shouted && isShouted(label))));
    const taken = once ? alike : sure || share >= HABIT;
    if (once && cues.length > 1 && (sure || share >= HABIT)) {
      const how = taken ? 'is taken for a speaker' : 'is taken for speech, not for a speaker';
      warnings.push({
        line: cue.line,
        message: `“${excerpt(label)}:” stands here only, and ${how}.`,
      });
    }
    if (!taken) return cue;
    const speaker = labelOf(label) || null;
    return { ...cue, speaker, text: rest, changes: cue.changes || speaker === null };
  });
}

const isShouted = (label: string) => label === label.toUpperCase() && /\p{Lu}/u.test(label);
