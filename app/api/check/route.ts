import { answerCheck, tooShort } from '@/app/check-answer';
import { CheckParameters } from '@/app/parameters';
import { LEAST_WORDS, readPasted } from '@/lib/check/pasted';
import { EngineUnavailable } from '@/lib/search/engine';
import { readParameters, refuse } from '../answer';

export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, CheckParameters);
  if (refusal) return refusal;
  const pasted = readPasted(data.text);
  if (tooShort(pasted)) {
    return refuse(
      'bad_request',
      `The parameter “text” must hold at least ${LEAST_WORDS} words of a quote: fewer are said by everybody.`,
    );
  }
  try {
    return Response.json((await answerCheck(data.text, pasted)).answer);
  } catch (error) {
    if (error instanceof EngineUnavailable) return refuse('unavailable', error.message);
    throw error;
  }
}
