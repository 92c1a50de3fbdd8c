import type { Library } from '../lib/assistants/library.ts';
import { readPasted } from '../lib/check/pasted.ts';
import type { Earmark } from '../lib/wire.ts';
import { answerCheck, tooShort } from './check-answer.ts';
import { answerSearch } from './search-answer.ts';

/**
 * The library as assistants ask it: the answers are those of the pages and the API. A command imports
 * this as well, from any folder, so that no path here or below begins with “@/”.
 */
export function libraryOf(
  parts: Pick<Earmark, 'store' | 'embedded' | 'searcher' | 'settings'>,
  site: string,
): Library {
  return {
    site,
    store: parts.store,
    search: (request) => answerSearch({ ...request, group: 'passage' }, parts),
    async check(text) {
      const pasted = readPasted(text);
      return tooShort(pasted) ? null : (await answerCheck(text, pasted, parts)).answer;
    },
  };
}
