import { SearchParameters } from '@/app/parameters';
import { answerSearch } from '@/app/search-answer';
import { readParameters, refuse } from '../answer';

const NARROWING = [
  'q',
  'speaker',
  'episode',
  'show',
  'section',
  'asked',
  'answered',
  'after',
  'before',
  'year',
] as const;

export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, SearchParameters);
  if (refusal) return refusal;
  if (!NARROWING.some((name) => data[name])) {
    return refuse(
      'bad_request',
      'Say what to search for with “q”, or narrow by speaker, episode, show, section or date.',
    );
  }
  return Response.json(await answerSearch(data));
}
