import { forms } from '../search/normalise.ts';

/**
 * Whether the one a quote names is among those who said it: true, false, or null where that cannot be
 * told (nobody is named, nobody knows who spoke, or what is named is the show or the episode).
 * A shared name is enough: “Wang” is Shawn Wang.
 */
export function attributionHolds(
  attribution: string | null,
  speakers: readonly string[],
  titles: readonly string[],
): boolean | null {
  // What follows a comma or stands in brackets is where, not who.
  const named = forms((attribution ?? '').split(/[,(|]|\s[-–—]\s/u)[0] ?? '');
  const known = speakers.flatMap((name) => forms(name)).filter((form) => form.length > 1);
  if (named.length === 0 || known.length === 0) return null;
  if (named.some((form) => known.includes(form))) return true;
  const places = new Set(titles.flatMap((title) => forms(title)));
  return named.every((form) => places.has(form)) ? null : false;
}
