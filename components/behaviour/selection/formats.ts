import { toBibtex } from '@/lib/citation/bibtex';
import { toCslJson } from '@/lib/citation/csl-json';
import { toMarkdownCitation } from '@/lib/citation/markdown';
import type { Copy } from './actions';

/** What stands behind “Cite as”; fetched when somebody looks there. */
export const FORMATS: readonly Copy[] = [
  { label: 'Markdown', done: 'Quote copied as Markdown', text: toMarkdownCitation },
  { label: 'BibTeX', done: 'BibTeX copied', text: toBibtex },
  { label: 'CSL-JSON', done: 'CSL-JSON copied', text: toCslJson },
];
