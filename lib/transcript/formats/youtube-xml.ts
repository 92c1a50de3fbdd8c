import { withCharacters } from '../character-references.ts';
import { type ReadPieces, spokenCues, transcriptOfPieces } from '../piece-transcript.ts';
import { Milliseconds, Seconds } from '../recorded-time.ts';
import type { SpokenPiece } from '../spoken-piece.ts';
import type { TranscriptFormat } from '../transcript.ts';
import { rootTag, walkXml } from '../xml-walk.ts';

/**
 * YouTube's captions in XML: `<transcript><text start dur>` in seconds, and `<timedtext><body><p t d>` in
 * milliseconds, whose words may stand in `<s t>` (yt-dlp's srv1 and srv3). Words are escaped twice.
 */
export const youtubeXml: TranscriptFormat = {
  name: 'youtube-xml',
  description: 'YouTube XML captions (<text start dur>, or <p t d>)',
  detect: (text) => (/^<(?:transcript|timedtext)(?:\s|$)/.test(rootTag(text)) ? 0.95 : 0),
  parse: (text) => transcriptOfPieces('youtube-xml', read(text)),
  cues: (text) => spokenCues(read(text).pieces),
};

function read(text: string): ReadPieces {
  const pieces: SpokenPiece[] = [];
  let inBody = false;
  let begins: number | null = null;
  walkXml(text, {
    open({ name, attributes, line }) {
      const time = (key: string, unit: typeof Seconds) => {
        const value = attributes.get(key);
        return value === undefined ? null : unit.parse(value);
      };
      if (name === 'text' || name === 'p') {
        inBody = true;
        const unit = name === 'text' ? Seconds : Milliseconds;
        begins = time(name === 'text' ? 'start' : 't', unit);
        const lasts = time(name === 'text' ? 'dur' : 'd', unit);
        const endMs = begins === null || lasts === null ? null : begins + lasts;
        pieces.push({ text: '', startMs: begins, endMs, speaker: null, line });
      } else if (name === 's' && inBody) {
        const later = time('t', Milliseconds) ?? 0;
        pieces.push({
          text: '',
          startMs: begins === null ? null : begins + later,
          endMs: null,
          speaker: null,
          line,
        });
      }
    },
    text(words) {
      const last = pieces.at(-1);
      if (inBody && last) last.text += words;
    },
    close(name) {
      const last = pieces.at(-1);
      if ((name === 'text' || name === 'p' || name === 's') && last) {
        last.text = withCharacters(last.text);
        if (name !== 's') inBody = false;
      }
    },
  });
  return { pieces };
}
