import { type ReadPieces, spokenCues, transcriptOfPieces } from '../piece-transcript.ts';
import { Clock } from '../recorded-time.ts';
import { labelOf, type SpokenPiece } from '../spoken-piece.ts';
import type { TranscriptFormat } from '../transcript.ts';
import { rootTag, walkXml } from '../xml-walk.ts';

/**
 * Podlove Simple Transcripts: a `speech` a stretch, with a `speaker` and timed `item`s
 * (https://github.com/podlove/podlove-publisher/blob/main/lib/modules/transcripts/renderer.php).
 */
export const podloveXml: TranscriptFormat = {
  name: 'podlove-xml',
  description: 'Podlove Simple Transcripts XML (<pst:speech> with <pst:item start end>)',
  detect: (text) => (/^<(?:[\w.-]+:)?transcripts\s/.test(rootTag(text)) ? 0.95 : 0),
  parse: (text) => transcriptOfPieces('podlove-xml', read(text)),
  cues: (text) => spokenCues(read(text).pieces),
};

function read(text: string): ReadPieces {
  const pieces: SpokenPiece[] = [];
  const open: string[] = [];
  let speaker = '';
  let language: string | null = null;
  walkXml(text, {
    open({ name, attributes, line }) {
      open.push(name);
      if (name === 'transcripts') language = attributes.get('lang') ?? null;
      if (name === 'speech') speaker = '';
      if (name !== 'item') return;
      const startMs = Clock.parse(attributes.get('start'));
      const endMs = Clock.parse(attributes.get('end'));
      pieces.push({ text: '', startMs, endMs, speaker: null, line });
    },
    text(words) {
      const last = pieces.at(-1);
      if (open.at(-1) === 'speaker') speaker += words;
      else if (open.at(-1) === 'item' && last) {
        last.text += words;
        last.speaker = labelOf(speaker.trim() === '' ? null : speaker);
      }
    },
    close: () => void open.pop(),
  });
  return { pieces, language };
}
