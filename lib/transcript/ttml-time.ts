/** How a document counts time: https://www.w3.org/TR/ttml2/#parameter-attributes-frame-rate-and-tick-rate */
export interface TtmlRates {
  framesPerSecond: number;
  subFrames: number;
  ticksPerSecond: number;
}

/** The rates that the outermost element's attributes set; what they leave out is as the standard has it. */
export function ttmlRates(attributes: ReadonlyMap<string, string>): TtmlRates {
  const positive = (name: string) => {
    const value = Number(attributes.get(name));
    return Number.isFinite(value) && value > 0 ? value : null;
  };
  const [over = 1, under = 1] = (attributes.get('frameRateMultiplier') ?? '1 1')
    .trim()
    .split(/[\s:]+/)
    .map(Number);
  const multiplier = over > 0 && under > 0 ? over / under : 1;
  const frameRate = positive('frameRate');
  const framesPerSecond = (frameRate ?? 30) * multiplier;
  const subFrames = positive('subFrameRate') ?? 1;
  const ticks = positive('tickRate') ?? (frameRate === null ? 1 : framesPerSecond * subFrames);
  return { framesPerSecond, subFrames, ticksPerSecond: ticks };
}

const CLOCK = /^(\d{2,4}):(\d{1,2}):(\d{1,2})(?:[.,](\d{1,9})|:(\d{1,4})(?:\.(\d{1,4}))?)?$/;
const OFFSET = /^(\d{1,12}(?:\.\d{1,9})?)(h|m|s|ms|f|t)$/;
/** Not of the standard, but of tools: "1:02.5", and seconds without a unit. */
const SHORT = /^(?:(\d{1,4}):)?(\d{1,9}(?:\.\d{1,9})?)$/;
/** Later than this no recording goes on. */
const LATEST_MS = 2_000_000_000;

/** Milliseconds of a time expression (https://www.w3.org/TR/ttml2/#timing-value-time-expression); null for others. */
export function ttmlTime(expression: string | undefined, rates: TtmlRates): number | null {
  const seconds = secondsOf(expression?.trim() ?? '', rates);
  if (seconds === null) return null;
  const ms = Math.round(seconds * 1000);
  return ms <= LATEST_MS ? ms : null;
}

function secondsOf(text: string, rates: TtmlRates): number | null {
  const clock = CLOCK.exec(text);
  if (clock) {
    const [, hours, minutes, seconds, fraction = '0', frames = '0', subFrames = '0'] = clock;
    const whole = Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
    const frame = Number(frames) + Number(subFrames) / rates.subFrames;
    return whole + Number(`0.${fraction}`) + frame / rates.framesPerSecond;
  }
  const offset = OFFSET.exec(text);
  if (offset) {
    const value = Number(offset[1]);
    switch (offset[2]) {
      case 'h':
        return value * 3600;
      case 'm':
        return value * 60;
      case 's':
        return value;
      case 'ms':
        return value / 1000;
      case 'f':
        return value / rates.framesPerSecond;
      default:
        return value / rates.ticksPerSecond;
    }
  }
  const short = SHORT.exec(text);
  return short ? Number(short[1] ?? 0) * 60 + Number(short[2]) : null;
}
