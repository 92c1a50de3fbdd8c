import { z } from 'zod';

/** Later than this no recording goes on (milliseconds); a time beyond it is no time. */
const LATEST_MS = 2_000_000_000;

/**
 * A time as recognisers write it, in milliseconds; null where it cannot be one (negative, endless, words),
 * for one odd time must not keep a whole recording out.
 */
const inMs = (value: number): number | null => {
  const ms = Math.round(value);
  return ms >= 0 && ms <= LATEST_MS ? ms : null;
};

const Unread = z.unknown().transform(() => null);
const Decimal = z
  .string()
  .regex(/^\s*\d{1,12}(?:\.\d{1,20})?\s*$/)
  .transform(Number);
/** "1.400s", or as protocol buffers have it in parts. */
const GoogleText = z
  .string()
  .regex(/^\d{1,12}(?:\.\d{1,9})?s$/)
  .transform((text) => Number(text.slice(0, -1)));
const GoogleParts = z
  .object({
    seconds: z.union([z.number(), Decimal]).optional(),
    nanos: z.union([z.number(), Decimal]).optional(),
  })
  .transform(({ seconds = 0, nanos = 0 }) => seconds + nanos / 1e9);
const ISO = /^PT(?=\d)(?:(\d{1,4})H)?(?:(\d{1,6})M)?(?:(\d{1,8}(?:\.\d{1,9})?)S)?$/;
const CLOCK = /^\s*(\d{1,4}):(\d{1,2})(?::(\d{1,2}))?(?:[.,](\d{1,9}))?\s*$/;

/** Seconds, as a number or in words ("1.5"), read as milliseconds; null where they are none. */
export const Seconds = z
  .union([z.number(), Decimal])
  .transform((seconds) => inMs(seconds * 1000))
  .or(Unread);

/** Milliseconds, as a number or in words. */
export const Milliseconds = z.union([z.number(), Decimal]).transform(inMs).or(Unread);

/** https://protobuf.dev/reference/protobuf/google.protobuf/#duration, read as milliseconds. */
export const GoogleDuration = z
  .union([GoogleText, GoogleParts, z.number()])
  .transform((seconds) => inMs(seconds * 1000))
  .or(Unread);

/** Units of 100 nanoseconds, as Windows counts, read as milliseconds. */
export const Ticks = z
  .union([z.number(), Decimal])
  .transform((ticks) => inMs(ticks / 10_000))
  .or(Unread);

/** "PT1H2M3.5S" (ISO 8601), read as milliseconds. */
export const IsoDuration = z
  .string()
  .regex(ISO)
  .transform((text) => {
    const [, hours = '0', minutes = '0', seconds = '0'] = ISO.exec(text) ?? [];
    return inMs((Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds)) * 1000);
  })
  .or(Unread);

/** "00:01:02.500", "1:02" or seconds, read as milliseconds. */
export const Clock = z
  .union([z.string().regex(CLOCK).transform(clockSeconds), Decimal, z.number()])
  .transform((seconds) => inMs(seconds * 1000))
  .or(Unread);

function clockSeconds(text: string): number {
  const [, first = '0', second = '0', third, fraction = '0'] = CLOCK.exec(text) ?? [];
  const whole =
    third === undefined
      ? Number(first) * 60 + Number(second)
      : Number(first) * 3600 + Number(second) * 60 + Number(third);
  return whole + Number(`0.${fraction}`);
}
