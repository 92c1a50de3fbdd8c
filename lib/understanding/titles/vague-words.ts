import { GENERAL_WORDS } from '../stop-words.ts';

const list = (words: string): string[] => words.trim().split(/\s+/);

/** Words too general to name a section alone or to end its title, though they may stand inside it. */
export const VAGUE_NOUNS: ReadonlySet<string> = new Set([
  ...GENERAL_WORDS,
  ...list(`
ability amount amounts aspect aspects attempt attempts audience aspect chance chances conversation
detail details discussion effort efforts episode experience fact facts feeling feelings
hand hands ideas issue issues item items list lists meeting method methods
opinion opinions option options outcome outcomes others points presentation problems
process question questions answer answers reasons result results
room scenario scenarios set sets situation situations solution solutions someone statement story
subject subjects thought thoughts topic topics type types version versions view views
word words fun job jobs life mind care sake spot chunk pieces piece plenty rest sense show shows
comment comments slide slides agenda chair session conclusion beginning
`),
]);

/** Adjectives that make any noun a phrase and none a topic. */
export const VAGUE_OPENERS: ReadonlySet<string> = new Set(
  list(`
new whole big bigger next good better best main general specific simple simpler certain entire full
different own same other first second few actual real interesting important nice cool great huge
small little obvious similar various extra last past additional further particular current right
old overall only single exact average bad worse hard easy easier possible rest three two five
likely normal usual hundred thousand million
`),
);
