import { ImageResponse } from 'next/og';
import { EpisodePicture } from '@/components/picture/episode-picture';
import { QuotePicture } from '@/components/picture/quote-picture';
import { SpeakerPicture } from '@/components/picture/speaker-picture';
import type { EpisodeCard } from '@/lib/picture/episode-card';
import type { QuoteCard } from '@/lib/picture/quote-card';
import type { SpeakerCard } from '@/lib/picture/speaker-card';
import { PICTURE_SIZE } from './size';
import { typefaces } from './typefaces';

export type Card = QuoteCard | EpisodeCard | SpeakerCard;

/**
 * Draws a card as PNG. Every letter on it must be in our typeface: for any other the library would
 * ask other hosts for a font, or for a picture of an emoji. The cards see to that.
 */
export async function draw(card: Card): Promise<Uint8Array<ArrayBuffer>> {
  const image = new ImageResponse(sheet(card), { ...PICTURE_SIZE, fonts: typefaces().fonts });
  return new Uint8Array(await image.arrayBuffer());
}

function sheet(card: Card) {
  if (card.kind === 'quote') return <QuotePicture card={card} />;
  if (card.kind === 'episode') return <EpisodePicture card={card} />;
  return <SpeakerPicture card={card} />;
}
