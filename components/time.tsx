import { formatClock } from '@/lib/timing/clock';
import type { Timing } from '@/lib/timing/timed';

/** “27:31”, with “≈” before it where it is an estimate; no line ends between the two. */
export function clockText(ms: number, timing: Timing): string {
  return timing === 'estimated' ? `≈\u00a0${formatClock(ms)}` : formatClock(ms);
}

/** Milliseconds of an error as people would say them: to five seconds up to two minutes, then to half a minute. */
export function roughly(ms: number): string {
  const step = ms <= 120_000 ? 5_000 : 30_000;
  return formatClock(Math.max(step, Math.ceil(ms / step) * step));
}

/** “An estimate, probably within 1:10”: what a clock with “≈” is worth; nothing for others. */
export function clockTitle(turn: { withinMs?: number } | undefined): string | undefined {
  return turn?.withinMs === undefined
    ? undefined
    : `An estimate, probably within ${roughly(turn.withinMs)}`;
}

/** “1 June 2026”, or nothing for an undated episode. Calendar dates have no time zone. */
export function CalendarDate({ date }: { date: string | null }) {
  if (!date) return <span>undated</span>;
  const text = new Intl.DateTimeFormat('en-GB', { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
  return (
    <time className="whitespace-nowrap" dateTime={date}>
      {text}
    </time>
  );
}

/** “1 h 29 min”. */
export function lengthText(ms: number): string {
  const minutes = Math.max(1, Math.round(ms / 60_000));
  const hours = Math.floor(minutes / 60);
  return hours > 0 ? `${hours} h ${minutes % 60} min` : `${minutes} min`;
}
