import { formatClock } from '../timing/clock.ts';
import type { Timing } from '../timing/timed.ts';

/** “27:31”, or “about 27:31” for an estimate: the typeface of the pictures has no “≈”. */
export const spokenClock = (ms: number, timing: Timing): string =>
  timing === 'estimated' ? `about ${formatClock(ms)}` : formatClock(ms);

/** “1 June 2026”; null for an undated episode. */
export function dayInWords(date: string | null): string | null {
  if (!date) return null;
  const format = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${date}T00:00:00Z`));
}

/** Those that there are, with a point between them. */
export const joined = (parts: readonly (string | null | undefined)[]): string =>
  parts.filter(Boolean).join(' · ');
