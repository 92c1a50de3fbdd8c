import type { ReactNode } from 'react';

/** What no page has taken by then belonged to a request that was broken off. In milliseconds. */
const KEPT_MS = 10_000;

/** Things that a part of a page is made of and that nobody changes: the very same ones make the same part. */
export type MadeOf = readonly [object, ...unknown[]];

interface Laid {
  part: ReactNode;
  of?: MadeOf;
}

/** Pages are made in two layers with modules of their own; what passes between them has to be global. */
const held = globalThis as typeof globalThis & {
  earmarkParts?: { next: number; waiting: Map<number, Laid> };
};

function parts() {
  held.earmarkParts ??= { next: 0, waiting: new Map() };
  return held.earmarkParts;
}

/** Lays a part of a page ready for the page's HTML and says under which number. */
export function lay(part: ReactNode, of?: MadeOf): number {
  const { waiting } = parts();
  const number = parts().next++;
  waiting.set(number, { part, of });
  setTimeout(() => waiting.delete(number), KEPT_MS).unref();
  return number;
}

/** The part that was laid ready; it is handed out once. */
export function taken(number: number): Laid | undefined {
  const { waiting } = parts();
  const laid = waiting.get(number);
  waiting.delete(number);
  return laid;
}
