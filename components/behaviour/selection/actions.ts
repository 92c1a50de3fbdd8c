import { addressOf, addressUrl } from '@/lib/anchors/address';
import type { CitedWords } from '@/lib/citation/cited-words';
import { toPlainCitation } from '@/lib/citation/plain';
import { pageHead } from './page-head';
import type { Selected } from './selected';

/** Something that selected words can be copied as. */
export interface Copy {
  label: string;
  /** What is said once it is done. */
  done: string;
  text: (words: CitedWords) => string;
}

/** What stands in the bar; `formats.ts` has what stands behind “Cite as”. */
export const COPIES: readonly Copy[] = [
  { label: 'Copy link', done: 'Link copied', text: ({ url }) => url },
  { label: 'Copy quote', done: 'Quote copied', text: toPlainCitation },
];

/** With fewer words than this the check has nothing to say. */
const LEAST_CHECKED = 5;

/** The pages that do something with the selected words; each gives its address, or null where it cannot. */
export const PAGES: readonly {
  label: string;
  address: (words: CitedWords, count: number) => string | null;
}[] = [
  {
    label: 'Check',
    address: ({ passages }, count) => {
      const text = passages.map((passage) => passage.text).join(' ');
      return count < LEAST_CHECKED || text.length > 10_000
        ? null
        : `/check?${new URLSearchParams({ text })}`;
    },
  },
  { label: 'Picture', address: pictureOf },
];

/** Words of one voice make a picture; the link's address says which. */
function pictureOf({ passages, url }: CitedWords): string | null {
  if (passages.length !== 1) return null;
  const { pathname, search } = new URL(url);
  return `${pathname}/picture.png${search}`;
}

/** The selected words with everything a citation says of them; null where they have no address. */
export function asCited({ turns, selection, ...said }: Selected): CitedWords | null {
  const slug = document.querySelector<HTMLElement>('[data-episode]')?.dataset.episode;
  const address = addressOf(turns, selection);
  if (!slug || !address) return null;
  const { passages, startMs, estimated } = said;
  const url = new URL(addressUrl(slug, address), location.origin).href;
  return { ...pageHead(), passages, startMs, estimated, url };
}
