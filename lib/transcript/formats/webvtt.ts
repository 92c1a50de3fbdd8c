import { captionBlocks } from '../caption-blocks.ts';
import { type CuePart, readCues } from '../caption-cues.ts';
import { withCharacters } from '../character-references.ts';
import type { Cue } from '../cue.ts';
import { cuesToTurns } from '../cue-turns.ts';
import { labelOf } from '../spoken-piece.ts';
import { dashAsChange, dashesTell } from '../srt-voices.ts';
import { NO_PARTICULARS, TranscriptError, type TranscriptFormat } from '../transcript.ts';

const VOICE = /<v(?:\.[^\s>]*)?\s+[^\s>]/;
const OTHER_BLOCK = /^(?:NOTE|STYLE|REGION)(?:\s|$)/;

/** WebVTT captions (https://www.w3.org/TR/webvtt1/): voices, entities, header lines, other blocks. */
export const webvtt: TranscriptFormat = {
  name: 'webvtt',
  description: 'WebVTT captions (a first line WEBVTT)',

  detect: (text) => (/^WEBVTT(?:[ \t\n]|$)/.test(text) ? 1 : 0),

  parse(text) {
    const { cues, notes, warnings } = read(text);
    if (cues.length === 0) throw new TranscriptError('These captions have no words.');
    const language = /^Language:\s*([a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)\s*$/m.exec(
      text.slice(0, 500),
    )?.[1];
    return {
      format: this.name,
      ...NO_PARTICULARS,
      language: language ?? null,
      ...cuesToTurns(cues),
      notes,
      warnings,
    };
  },
};

/**
 * Every cue of WebVTT captions on its own (one a voice), in the file's order, for carrying times over
 * word by word.
 * @throws TranscriptError at a time that cannot be read.
 */
export const cues = (text: string): Cue[] => read(text).cues;

/** Dashes tell of a change only where no voices do. */
function read(text: string) {
  const blocks = captionBlocks(text, (line) => OTHER_BLOCK.test(line));
  const dashed = !VOICE.test(text) && dashesTell(blocks);
  return readCues(blocks, (body) => voices((dashed ? body.map(dashAsChange) : body).join('\n')));
}

/** The words of a cue by voice; other tags go, what stands before the first voice is nobody's. */
function voices(body: string): CuePart[] {
  const parts: CuePart[] = [];
  for (const [i, piece] of body.split(/<v(?=[.\s>])/).entries()) {
    const named = i > 0 ? /^(?:\.[^\s>]*)?\s*([^>]*)>/.exec(piece) : null;
    const words = (named ? piece.slice(named[0].length) : piece).replace(/<[^<>]*>/g, '');
    const voice = named?.[1] === undefined ? null : labelOf(withCharacters(named[1]));
    const text = withCharacters(words);
    parts.push({ speaker: voice || null, text, unknown: voice === '' && text.trim() !== '' });
  }
  return parts;
}
