import { readParameters, refuse } from '@/app/api/answer';
import { answerCheck, tooShort } from '@/app/check-answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { CheckParameters } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { verdictReasons, verdictTitle } from '@/components/check/verdict-text';
import { LEAST_WORDS, readPasted } from '@/lib/check/pasted';
import { checkMarkdown } from '@/lib/export/pages/check';
import { EngineUnavailable } from '@/lib/search/engine';
import { earmark } from '@/lib/wire';

/** A quote beside what was said, in Markdown. */
export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, CheckParameters);
  if (refusal) return refusal;
  const pasted = readPasted(data.text);
  if (tooShort(pasted)) {
    const message = `must hold at least ${LEAST_WORDS} words of a quote: fewer are said by everybody`;
    return refuse('bad_request', `The parameter “text” ${message}.`);
  }
  try {
    const { answer } = await answerCheck(data.text, pasted);
    const site = siteAddress(request);
    const parameters = new URLSearchParams({ text: data.text }).toString();
    const reasons = verdictReasons(answer, await earmark().store.countEpisodes());
    const checked = { ...answer, title: verdictTitle(answer), reasons };
    const page = `${site}/check?${parameters}`;
    return answerMarkdown(checkMarkdown(checked, site, parameters), page);
  } catch (error) {
    if (error instanceof EngineUnavailable) return refuse('unavailable', error.message);
    throw error;
  }
}
