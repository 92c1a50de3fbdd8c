import { forms } from '../search/normalise.ts';
import type { Segment } from './diff.ts';

const NEGATIONS = new Set(
  `no not never none nobody nothing nowhere neither nor without cannot cant dont doesnt didnt isnt arent
   wasnt werent wont wouldnt shouldnt couldnt hasnt havent hadnt aint`.split(/\s+/),
);
const NUMBERS = new Set(
  `zero one two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty sixty
   seventy eighty ninety hundred thousand million billion trillion half double percent`.split(
    /\s+/,
  ),
);

/** What an alteration touches that turns a sentence round: a word of denial, a number. */
export interface Touched {
  negation: boolean;
  number: boolean;
}

/** English only: in other languages nothing is said to be touched. */
export function touched(segments: readonly Segment[]): Touched {
  const differs = (is: (form: string) => boolean) =>
    segments.some(({ kind, published, said }) => {
      if (kind === 'same' || kind === 'elided') return false;
      const [one, other] = [published, said].map((text) => forms(text).filter(is).sort().join(' '));
      return one !== other;
    });
  return {
    negation: differs((form) => NEGATIONS.has(form)),
    number: differs((form) => /\p{N}/u.test(form) || NUMBERS.has(form)),
  };
}
