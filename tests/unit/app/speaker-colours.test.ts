import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

const app = path.resolve(import.meta.dirname, '../../../app');
const speakers = readFileSync(path.join(app, 'speakers.css'), 'utf8');
const globals = readFileSync(path.join(app, 'globals.css'), 'utf8');

type Rgb = [number, number, number];

/** Variables of each block that sets `probe`, in the order of the file: light, dark by system, dark by choice. */
function blocks(css: string, probe: string): Record<string, string>[] {
  return [...css.matchAll(/\{([^{}]*)\}/g)]
    .map(([, body = '']) =>
      Object.fromEntries(
        [...body.matchAll(/(--[\w-]+):\s*(#[0-9a-f]{6})/g)].map(([, name, value]) => [name, value]),
      ),
    )
    .filter((block) => probe in block);
}

const linear = (hex: string): Rgb =>
  [1, 3, 5].map((at) => {
    const c = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as Rgb;

const luminance = ([r, g, b]: Rgb) => 0.2126 * r + 0.7152 * g + 0.0722 * b;

/** WCAG 2.2, "contrast ratio". */
function contrast(a: string, b: string): number {
  const [low = 0, high = 0] = [luminance(linear(a)), luminance(linear(b))].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

/** Machado, Oliveira and Fernandes (2009), severity 1.0. */
const SIGHT: Record<string, number[][]> = {
  normal: [
    [1, 0, 0],
    [0, 1, 0],
    [0, 0, 1],
  ],
  protanopia: [
    [0.152286, 1.052583, -0.204868],
    [0.114503, 0.786281, 0.099216],
    [-0.003882, -0.048116, 1.051998],
  ],
  deuteranopia: [
    [0.367322, 0.860646, -0.227968],
    [0.280085, 0.672501, 0.047413],
    [-0.01182, 0.04294, 0.968881],
  ],
};

/** CIE 1976 L*a*b* of a colour as somebody sees it. */
function lab(hex: string, matrix: number[][]): Rgb {
  const rgb = linear(hex);
  const [r = 0, g = 0, b = 0] = matrix.map((row) =>
    Math.min(
      1,
      Math.max(
        0,
        row.reduce((sum, weight, i) => sum + weight * (rgb[i] ?? 0), 0),
      ),
    ),
  );
  const f = (t: number) => (t > 0.008856 ? Math.cbrt(t) : 7.787 * t + 16 / 116);
  const x = f((0.4124 * r + 0.3576 * g + 0.1805 * b) / 0.95047);
  const y = f(luminance([r, g, b]));
  const z = f((0.0193 * r + 0.1192 * g + 0.9505 * b) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** The smallest difference (ΔE*ab) between any two of the colours. */
function closest(colours: string[], matrix: number[][]): number {
  const seen = colours.map((colour) => lab(colour, matrix));
  const gaps = seen.flatMap((a, i) =>
    seen.slice(i + 1).map((b) => Math.hypot(a[0] - b[0], a[1] - b[1], a[2] - b[2])),
  );
  return Math.min(...gaps);
}

describe.each([
  ['by day', 0],
  ['by night, as the system says', 1],
  ['by night, by choice', 2],
])('speaker colours %s', (_, index) => {
  const scale = blocks(speakers, '--v0')[index] ?? {};
  const grounds = blocks(globals, '--paper')[index] ?? {};
  const colours = Array.from({ length: 12 }, (_, i) => scale[`--v${i}`] ?? '');

  it('are twelve, each readable as text on paper and on tinted paper', () => {
    for (const colour of colours) {
      for (const ground of ['--paper', '--tint']) {
        expect(
          contrast(colour, grounds[ground] ?? ''),
          `${colour} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
  });

  it.each(Object.entries(SIGHT))(
    'stay apart for %s sight, for two speakers and for twelve',
    (_, matrix) => {
      expect(closest(colours.slice(0, 2), matrix)).toBeGreaterThan(55);
      expect(closest(colours.slice(0, 6), matrix)).toBeGreaterThan(19);
      expect(closest(colours, matrix)).toBeGreaterThan(15);
    },
  );

  it('go with ink and muted ink that are readable too', () => {
    for (const ink of ['--ink', '--muted', '--link']) {
      for (const ground of ['--paper', '--tint']) {
        expect(
          contrast(grounds[ink] ?? '', grounds[ground] ?? ''),
          `${ink} on ${ground}`,
        ).toBeGreaterThanOrEqual(4.5);
      }
    }
    expect(contrast(grounds['--mark-ink'] ?? '', grounds['--mark'] ?? '')).toBeGreaterThanOrEqual(
      4.5,
    );
  });
});
