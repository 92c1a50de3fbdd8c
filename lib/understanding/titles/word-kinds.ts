import type { Statement } from '../statements.ts';
import { STOP_WORDS } from '../stop-words.ts';
import type { TermOf, Word } from '../words.ts';
import { commonWords } from './common-words.ts';
import { listed } from './lexicon.ts';

/** What a word does in a phrase; "break" is every word no phrase of a title may have. */
export type Kind =
  | 'noun'
  | 'adjective'
  | 'gerund'
  | 'number'
  | 'link'
  | 'article'
  | 'and'
  | 'break';

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));
const LINKS = list('of for in on with behind against versus vs');
const ARTICLES = list('a an the');
const BEFORE_NOUN = list(`
a an the this that these those of in for with on our your their its my his her some any by from
into about no every each another both all other between like called via per whose
`);
const BEFORE_VERB = list(`
i you we they he she it can will would could should may might must dont didnt doesnt not lets
who ill youll well theyll cant wont id youd just never also please wouldnt couldnt shouldnt itll
`);
const AFTER_VERB = list(
  'the a an it them you us me him this that these those my your our their up out',
);
const AFTER_NOUN = list('is are was were has have had can will would of and or that which for in');

const NOUNS_IN_LY =
  list(`family reply supply assembly anomaly monopoly oligopoly ally italy butterfly fly
july bully jelly belly`);
const NOUNS_IN_ING = list(`string ring king spring evening morning building meeting ceiling wedding
clothing sibling mining lightning engineering pricing funding hashing staking lending banking
marketing spelling computing networking programming gaming trading briefing hearing housing`);
const NAMES_NOTHING =
  list(`happening wondering sitting wanting hoping guessing adding letting leaving
keeping becoming bringing finding playing getting assuming sounding figuring calling feeling asking
working starting stopping moving turning jumping waiting standing seeing hearing coming including
following concerning regarding ending beginning walking giving taking putting showing sharing
joking kidding speaking amazing exciting interesting`);
const NOUN_ALTHOUGH =
  list(`variable table cable archive drive objective perspective initiative incentive
alternative executive representative collective narrative adjective derivative motive detective
vegetable bible english finish collectible executable deliverable dish fish wish spanish polish
british turkish five olive hive dive`);
const NUMBERS =
  list(`three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred
thousand million billion trillion zero half`);
const NOUNS_IN_EST =
  list(`request interest forest guest harvest contest protest digest quest conquest
bequest inquest arrest`);
const DESCRIBES = /(?:ful|ous|able|ible|ive|ical|less|ish|-based|-like|-wide|-scale|-level)$/;

/**
 * For each word, how much its neighbours say that it is a verb: "to train the" speaks for one,
 * "the model is" for a noun. Below 0 noun, above 0 verb; learnt from the conversation itself.
 */
function readVerbness(statements: readonly Statement[]): (key: string) => number {
  const evidence = new Map<string, number>();
  for (const { words } of statements) {
    words.forEach(({ key }, i) => {
      if (STOP_WORDS.has(key)) return;
      const before = words[i - 1]?.key ?? '';
      const after = words[i + 1]?.key ?? '';
      let sum = 0;
      if (BEFORE_NOUN.has(before)) sum -= 1;
      if (BEFORE_VERB.has(before) || before === 'to') sum += 1;
      if (AFTER_VERB.has(after)) sum += 0.5;
      if (AFTER_NOUN.has(after)) sum -= 0.3;
      if (sum !== 0) evidence.set(key, (evidence.get(key) ?? 0) + sum);
    });
  }
  return (key) => evidence.get(key) ?? 0;
}

/** Tells the kind of every word of a statement. */
export type KindsOf = (statement: Statement) => Kind[];

/**
 * A reader of word kinds for one conversation. English goes by lists, endings and neighbours; in
 * any other language all but its commonest words may stand in a phrase.
 */
export function kindReader(statements: readonly Statement[], termOf: TermOf): KindsOf {
  if (termOf('the') !== null) {
    const common = commonWords(statements);
    return ({ words }) =>
      words.map(({ key }) => {
        if (/^\p{N}/u.test(key)) return 'number';
        return common(key) || termOf(key) === null ? 'break' : 'noun';
      });
  }
  const verbness = readVerbness(statements);
  return ({ words, text, start }) => {
    const kinds: Kind[] = [];
    const address = addresses(text);
    words.forEach((word, i) => {
      const inside = address.some(
        ([from, to]) => word.start - start >= from && word.start - start < to,
      );
      const kind = englishKind(word, words[i - 1], words[i + 1], kinds[i - 1], verbness);
      kinds.push(inside ? 'break' : kind);
    });
    return kinds;
  };
}

/** Where web addresses stand in a text. */
function addresses(text: string): [from: number, to: number][] {
  return [...text.matchAll(/(?:https?:|www\.)\S*/giu)].map((m) => [m.index, m.index + m[0].length]);
}

function englishKind(
  { key, text }: Word,
  previous: Word | undefined,
  next: Word | undefined,
  before: Kind | undefined,
  verbness: (key: string) => number,
): Kind {
  if (LINKS.has(key)) return 'link';
  if (ARTICLES.has(key)) return 'article';
  if (key === 'and') return 'and';
  // “State of the art” is no art.
  if (key === 'art' && previous?.key === 'the') return 'break';
  if (STOP_WORDS.has(key) || STOP_WORDS.has(key.replaceAll('-', ''))) return 'break';
  if (/^\p{N}/u.test(key) || NUMBERS.has(key)) return 'number';
  if (key.length < 2 || /(?:'|’)(?:m|d|ll|ve|re|t)$/u.test(text)) return 'break';
  const kind = listed(key) ?? listed(key.replaceAll('-', ''));
  if (kind === 'neither') return 'break';
  const name = /\p{Lu}/u.test(text.slice(1)) || (previous !== undefined && /^\p{Lu}/u.test(text));
  if (name) return kind === 'verb' && !/\p{Lu}/u.test(text.slice(1)) ? 'break' : 'noun';
  if (kind === 'verb') return 'break';
  const opened =
    previous !== undefined && (BEFORE_NOUN.has(previous.key) || before === 'adjective');
  if (kind === 'either') return eitherKind(key, previous, next, before, verbness, opened);
  if (kind === 'adjective') return 'adjective';
  if (key.endsWith('ing') && key.length > 4) {
    if (NAMES_NOTHING.has(key)) return 'break';
    return NOUNS_IN_ING.has(key) ? 'noun' : 'gerund';
  }
  if (key.endsWith('ed') && !key.endsWith('eed') && key.length > 4) {
    return opened || key.includes('-') || before === undefined ? 'adjective' : 'break';
  }
  if (key.endsWith('ly') && !NOUNS_IN_LY.has(key)) return 'break';
  if (key.endsWith('est') && key.length > 5 && !NOUNS_IN_EST.has(key)) return 'adjective';
  if (DESCRIBES.test(key) && !NOUN_ALTHOUGH.has(key)) return 'adjective';
  if (previous && BEFORE_VERB.has(previous.key)) return 'break';
  if (previous?.key === 'to' && !key.endsWith('s') && verbness(key) > 0) return 'break';
  return verbness(key) > 1.5 && !opened ? 'break' : 'noun';
}

/** "The test", "fee market": a noun; "to test", "miners test the": a verb. */
function eitherKind(
  key: string,
  previous: Word | undefined,
  next: Word | undefined,
  before: Kind | undefined,
  verbness: (key: string) => number,
  opened: boolean,
): Kind {
  if (previous && (BEFORE_VERB.has(previous.key) || previous.key === 'to')) return 'break';
  if (opened) return 'noun';
  if (next && AFTER_VERB.has(next.key)) return 'break';
  if (before === 'noun' || before === 'gerund') return verbness(key) <= 0 ? 'noun' : 'break';
  return verbness(key) < 0 ? 'noun' : 'break';
}
