import { bayesSeg } from './bayesseg.ts';
import type { SegmentationMethod } from './method.ts';

export const earmark: SegmentationMethod = (conversation, sections) =>
  bayesSeg(conversation, sections);
