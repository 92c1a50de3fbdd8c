import { type Fitted, fitText } from './fit.ts';
import { voiceColour } from './paper.ts';
import { oneLine } from './quote-card.ts';
import { drawable, type Typeface } from './typeface.ts';

/** A speaker, laid out for a picture of 1200 × 630 pixels. */
export interface SpeakerCard {
  kind: 'speaker';
  name: Fitted;
  /** Something that they said, if there is a quote that can be drawn. */
  words: Fitted | null;
  colour: string;
  /** How much they said. */
  extent: string;
  source: string;
}

const NAME = { width: 1056, height: 100, leading: 1.14, sizes: [76, 64, 52, 44] };
const WORDS = { width: 1004, height: 236, leading: 1.35, sizes: [44, 40, 36, 32] };
const NO_LETTERS = 'A speaker';

/** Lays a speaker out, with the first of `quotes` that can be drawn. */
export function speakerCard(
  speaker: { name: string; extent: string; shows: readonly string[]; quotes: readonly string[] },
  regular: Typeface,
  strong: Typeface,
): SpeakerCard {
  const quote = speaker.quotes.map((text) => drawable(text, regular)).find(Boolean);
  const shows = speaker.shows.map((title) => drawable(title, regular)).filter(Boolean);
  return {
    kind: 'speaker',
    name: fitText(drawable(speaker.name, strong) ?? NO_LETTERS, NAME, strong),
    words: quote ? fitText(`“${quote}”`, WORDS, regular, '…”') : null,
    colour: voiceColour(0),
    extent: speaker.extent,
    source: shows.length > 0 ? oneLine(shows.join(', '), 860, 26, regular) : '',
  };
}
