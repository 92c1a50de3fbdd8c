import type { Conversation } from '../understanding.ts';

/**
 * A way of finding where topics change. Returns ascending positions (never 0) of turns that begin
 * a section. Told `sections`, it finds that many (as far as there are turns enough); otherwise the
 * number is its own choice.
 */
export type SegmentationMethod = (conversation: Conversation, sections?: number) => number[];
