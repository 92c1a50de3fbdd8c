import type { Library } from './library.ts';

type Site = Pick<Library, 'site'>;

/** An address of the site in full; letters that addresses cannot hold are percent-encoded. */
export const absolute = ({ site }: Site, path: string): string => new URL(site + path).href;

export const episodeLink = (at: Site, slug: string) => absolute(at, `/episodes/${slug}`);

export const sectionLink = (at: Site, slug: string, section: string) =>
  absolute(at, `/episodes/${slug}#s-${section}`);

/** Opens at a turn or, from an `offset` in characters on, at these words of it. */
export const turnLink = (at: Site, slug: string, anchor: string, offset = 0) =>
  absolute(at, `/episodes/${slug}${offset > 0 ? `?hit=${anchor}.${offset}` : ''}#turn-${anchor}`);

export const quoteLink = (at: Site, id: string) => absolute(at, `/quotes/${id}`);
