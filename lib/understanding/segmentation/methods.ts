import { even, none, random } from './baselines.ts';
import { bayesSeg } from './bayesseg.ts';
import { c99 } from './c99.ts';
import { earmark } from './earmark.ts';
import type { SegmentationMethod } from './method.ts';
import { textTiling } from './texttiling.ts';
import { u00 } from './u00.ts';

/** Every method by the name it has in reports. `earmark` is the one the product uses. */
export const METHODS: Readonly<Record<string, SegmentationMethod>> = {
  none,
  even,
  random,
  texttiling: textTiling,
  c99,
  u00,
  bayesseg: bayesSeg,
  earmark,
};
