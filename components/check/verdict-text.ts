import type { CheckAnswer, MomentView } from '@/lib/check/check-view';

const count = (n: number, one: string, many = `${one}s`) =>
  `${n.toLocaleString('en')} ${n === 1 ? one : many}`;

const list = (parts: readonly string[]) =>
  parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`;

/** The verdict in two or three words, as a heading. */
export function verdictTitle({ verdict, match }: CheckAnswer): string {
  if (verdict === 'verbatim') {
    return match?.attributionHolds === false ? 'Said, but by somebody else' : 'Said word for word';
  }
  return verdict === 'altered' ? 'Said, but not like this' : 'Not found here';
}

/** Why, in sentences. `episodes` is how many the library has. */
export function verdictReasons(answer: CheckAnswer, episodes: number): string[] {
  const { match, verdict, attribution } = answer;
  const library = episodes === 1 ? 'the one episode here' : `the ${episodes} episodes here`;
  if (!match) return [`Nothing in ${library} resembles these words.`];
  if (verdict === 'not_found') {
    const { same, published } = match.counts;
    return [
      `Nothing in ${library} comes close enough to be its source. The closest moment shares ${same} of ${count(published, 'word')} with it.`,
    ];
  }
  const reasons = [differences(match)];
  if (match.touched.negation)
    reasons.push('A word of denial differs: that can turn the sense round.');
  if (match.touched.number) reasons.push('A number differs.');
  if (match.speakers.length > 1) {
    reasons.push(`It joins words of ${list(match.speakers.map(({ name }) => name))}.`);
  }
  if (match.attributionHolds === false) {
    reasons.push(
      `The quote names ${attribution}; it was ${match.speaker?.name ?? 'somebody else'} who said it.`,
    );
  }
  return reasons;
}

function differences({ counts, verdict }: MomentView): string {
  const { published, same, changed, added, missing, elided } = counts;
  if (verdict === 'verbatim') {
    return elided === 0
      ? `All ${count(published, 'word')}, in this order, with nothing in between.`
      : `All ${count(published, 'word')}, in this order; ${count(elided, 'word')} in between ${elided === 1 ? 'is' : 'are'} left out, as the quote says.`;
  }
  const parts = [
    changed > 0 && `${changed} changed`,
    added > 0 && `${added} put in`,
    missing > 0 && `${missing} left out`,
  ].filter((part): part is string => part !== false);
  return `Of ${count(published, 'word')} in the quote, ${same} ${same === 1 ? 'stands' : 'stand'} as said; ${list(parts)}.`;
}

/** The score in whole per cent; 100 only where nothing differs. */
export const percentAlike = ({ verdict, score }: Pick<CheckAnswer, 'verdict' | 'score'>): number =>
  verdict === 'verbatim' ? 100 : Math.min(99, Math.floor(score * 100));
