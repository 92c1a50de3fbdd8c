import { type AnchoredTurn, addressOf, addressUrl, type Selection } from '../anchors/address.ts';
import type { Library } from './library.ts';

type Site = Pick<Library, 'site'>;

/** An address of the site in full; letters that addresses cannot hold are percent-encoded. */
export const absolute = ({ site }: Site, path: string): string => new URL(site + path).href;

export const episodeLink = (at: Site, slug: string) => absolute(at, `/episodes/${slug}`);

export const sectionLink = (at: Site, slug: string, section: string) =>
  absolute(at, `/episodes/${slug}#s-${section}`);

export const turnLink = (at: Site, slug: string, anchor: string) =>
  absolute(at, `/episodes/${slug}#turn-${anchor}`);

/** Opens on these words, also after the transcript was corrected; without words the episode. */
export function wordsLink(
  at: Site,
  slug: string,
  turns: readonly AnchoredTurn[],
  selection: Selection,
): string {
  const address = addressOf(turns, selection);
  return address ? absolute(at, addressUrl(slug, address)) : episodeLink(at, slug);
}

export const quoteLink = (at: Site, id: string) => absolute(at, `/quotes/${id}`);
