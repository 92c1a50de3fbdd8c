import type { Line } from './episode-block.ts';
import { isAside } from './furniture.ts';
import { headingOf } from './topic-headings.ts';

/** A line of a body by what it is, whoever speaks. */
export type LineKind =
  | { kind: 'blank' | 'note' | 'speech' | 'summary' }
  | { kind: 'heading'; title: string; level: number };

/** A heading under which links stand, and no speech. */
const LIST_TITLE =
  /^(?:(?:show ?)?notes|links?|(?:further )?resources|references|footnotes|show ?notes|credits)(?: (?:and|&) \w+)?:?$/i;
/** A heading above the first turn under which stands what the episode is about, in nobody's words. */
const SUMMARY_TITLE =
  /^(?:the |publisher[’']s |episode |show )?(?:summary|description|abstract):?$/i;
const CODE_FENCE = /^(?:```|~~~)/;

/**
 * What each line of a body is: headings, speech, and what nobody says (sounds, addresses, code, what tools leave
 * behind, and all that stands under a heading such as “Links”, until somebody speaks), and the publisher's
 * summary. `speaks` tells lines that begin a turn. Linear.
 */
export function lineKinds(body: readonly Line[], speaks: (at: Line) => boolean): LineKind[] {
  let closing = false;
  const first = body.findIndex(speaks);
  let summing = false;
  let fence: string | null = null;
  return body.map((at, i): LineKind => {
    const { text } = at;
    const mark = CODE_FENCE.exec(text)?.[0] ?? null;
    if (fence !== null || (mark !== null && closes(body, i, mark))) {
      fence = fence === null ? mark : mark === fence ? null : fence;
      return { kind: 'note' };
    }
    if (text === '') return { kind: 'blank' };
    if (speaks(at)) {
      closing = false;
      summing = false;
      return { kind: 'speech' };
    }
    const heading = headingOf(text);
    if (heading) {
      summing = i < first && SUMMARY_TITLE.test(heading.title);
      if (summing) return { kind: 'blank' };
      closing = LIST_TITLE.test(heading.title);
      return closing ? { kind: 'note' } : { kind: 'heading', ...heading };
    }
    if (summing) return { kind: 'summary' };
    const apart = (body[i - 1]?.text ?? '') === '';
    return { kind: closing || isAside(text, apart) ? 'note' : 'speech' };
  });
}

/** So far is the end of a piece of code looked for (lines); what never ends is none. */
const LONGEST_CODE = 400;

const closes = (body: readonly Line[], from: number, mark: string) =>
  body.slice(from + 1, from + LONGEST_CODE).some(({ text }) => text.startsWith(mark));
