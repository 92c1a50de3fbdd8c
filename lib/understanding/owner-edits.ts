import { locate } from './locate.ts';
import type { QuoteSpan, TopicSection, TurnSpan, Understanding } from './understanding.ts';

/** What the owner decided about an episode: it outlives new versions of text and methods. */
export interface OwnerEdit {
  kind: 'pin' | 'reject' | 'title';
  /** The anchor of the turn it is about: the quote's, or the first of the section. */
  anchor: string;
  /** The quote's words, or the new title. */
  words: string;
}

/** An understanding with the owner's word over the method's. */
export interface EditedUnderstanding extends Omit<Understanding, 'spareQuotes'> {
  sections: (TopicSection & { retitled: boolean })[];
  quotes: (QuoteSpan & { pinned: boolean })[];
  /** Edits whose words or turns are nowhere any more; they are kept in case they come back. */
  unresolved: OwnerEdit[];
}

/**
 * Applies the owner's edits: pinned quotes come in, rejected ones (and what overlaps them) go out
 * and the next best take their places, sections get their new titles. Words that were corrected
 * since are found again where at least most of them still stand together.
 */
export function applyEdits(
  understanding: Understanding,
  turns: readonly { anchor: string; text: string }[],
  edits: readonly OwnerEdit[],
): EditedUnderstanding {
  const { spareQuotes, ...rest } = understanding;
  const unresolved: OwnerEdit[] = [];
  const place = (edit: OwnerEdit): TurnSpan | null => {
    const found = locate(edit.words, turns, edit.anchor);
    if (!found) unresolved.push(edit);
    return found;
  };
  const pinned = distinct(
    edits.filter(({ kind }) => kind === 'pin').flatMap((e) => place(e) ?? []),
  );
  const rejected = edits.filter(({ kind }) => kind === 'reject').flatMap((e) => place(e) ?? []);

  const free = [...understanding.quotes, ...spareQuotes].filter(
    (quote) => ![...pinned, ...rejected].some((span) => overlap(span, quote)),
  );
  const wanted = Math.max(0, understanding.quotes.length - pinned.length);
  const quotes = [
    ...pinned.map((span) => ({
      ...span,
      text: turns[span.turn]?.text.slice(span.start, span.end) ?? '',
      why: 'The owner wants it.',
      pinned: true,
    })),
    ...free.slice(0, wanted).map((quote) => ({ ...quote, pinned: false })),
  ].sort((a, b) => a.turn - b.turn || a.start - b.start);

  const titles = edits.filter(({ kind }) => kind === 'title');
  const { sections, lost } = retitle(rest.sections, turns, titles);
  return { ...rest, sections, quotes, unresolved: [...unresolved, ...lost] };
}

/** A new title goes to the section that its turn begins, else to the one its turn is in. */
function retitle(
  sections: readonly TopicSection[],
  turns: readonly { anchor: string }[],
  edits: readonly OwnerEdit[],
) {
  const lost: OwnerEdit[] = [];
  const given = new Map<number, { words: string; exact: boolean }>();
  for (const edit of edits) {
    const turn = turns.findIndex(({ anchor }) => anchor === edit.anchor);
    const at = sections.findIndex((s) => turn >= s.firstTurn && turn <= s.lastTurn);
    if (turn < 0 || at < 0) {
      lost.push(edit);
      continue;
    }
    const exact = sections[at]?.firstTurn === turn;
    if (exact || !given.get(at)?.exact) given.set(at, { words: edit.words, exact });
  }
  return {
    lost,
    sections: sections.map((section, i) => {
      const title = given.get(i)?.words;
      if (title === undefined) return { ...section, retitled: false };
      const why = { ...section.why, title: 'The owner gave it this title.' };
      return { ...section, title, why, retitled: true };
    }),
  };
}

const overlap = (a: TurnSpan, b: TurnSpan) =>
  a.turn === b.turn && a.start < b.end && b.start < a.end;

function distinct(spans: readonly TurnSpan[]): TurnSpan[] {
  return spans.filter((span, i) => !spans.slice(0, i).some((other) => overlap(span, other)));
}
