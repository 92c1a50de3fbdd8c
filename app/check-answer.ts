import { checkQuote, type Moment } from '../lib/check/check-quote.ts';
import { type CheckAnswer, type MomentView, toMomentView } from '../lib/check/check-view.ts';
import { NEIGHBOURS } from '../lib/check/context.ts';
import { LEAST_WORDS, type Pasted, readPasted } from '../lib/check/pasted.ts';
import type { SpeakerShare } from '../lib/store/views.ts';
import { type Earmark, earmark } from '../lib/wire.ts';

/** A check ready to be shown, with the speakers of the episode it was found in. */
export interface AnsweredCheck {
  answer: CheckAnswer;
  speakers: SpeakerShare[];
}

export const tooShort = (pasted: Pasted) => pasted.words.length < LEAST_WORDS;

/** Looks for the moment that a quote is from, in all episodes. @throws EngineUnavailable. */
export async function answerCheck(
  text: string,
  pasted = readPasted(text),
  { embedded, store }: Pick<Earmark, 'embedded' | 'store'> = earmark(),
): Promise<AnsweredCheck> {
  const { verdict, score, match, others } = await checkQuote(pasted, {
    resembling: (tokens, limit) => embedded.resembling(tokens, limit),
    counts: (tokens) => embedded.counts(tokens),
    turns: (ranges) => store.turns(ranges),
  });
  const show = async (moment: Moment) => {
    const positions = moment.spans.map(({ position }) => position);
    const exchange = await store.exchange(
      moment.episode,
      Math.min(...positions) - NEIGHBOURS,
      Math.max(...positions) + NEIGHBOURS,
    );
    return exchange && { view: toMomentView(moment, pasted, exchange), exchange };
  };
  const first = match && (await show(match));
  const rest = await Promise.all(others.map(show));
  return {
    answer: {
      text,
      quote: pasted.text,
      attribution: pasted.attribution,
      verdict: first ? verdict : 'not_found',
      score: Math.round(score * 1000) / 1000,
      match: first?.view ?? null,
      others: rest.flatMap((other): MomentView[] => (other ? [other.view] : [])),
    },
    speakers: first?.exchange.speakers ?? [],
  };
}
