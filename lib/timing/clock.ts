/** Milliseconds as people read them: "2:03", "1:02:03". Fractions of a second are cut, never rounded up. */
export function formatClock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  const [h, m, s] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60];
  const two = (n: number) => String(n).padStart(2, '0');
  return h > 0 ? `${h}:${two(m)}:${two(s)}` : `${m}:${two(s)}`;
}

/**
 * Milliseconds of "1:02:03", "62:03", "62:03.5" or "90" (seconds); null for anything else. The first
 * part may be of any size up to 9,999, the others stay below 60.
 */
export function parseClock(text: string): number | null {
  const parts = /^(\d{1,4})(?::([0-5]\d))?(?::([0-5]\d))?(?:[.,](\d{1,3}))?$/.exec(text.trim());
  if (!parts) return null;
  const [, first = '0', second, third, fraction = '0'] = parts;
  const whole = [first, second, third].filter((part) => part !== undefined);
  const seconds = whole.reduce((sum, part) => sum * 60 + Number(part), 0);
  return seconds * 1000 + Number(fraction.padEnd(3, '0'));
}
