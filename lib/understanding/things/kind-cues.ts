import type { ThingKind } from './thing.ts';

type Cue = readonly [RegExp, number];

const ROLE = '(?:(?:co-?)?founders?|c[eto]o|president|chair(?:man|woman)?|vp|director|professor)';
const SPEECH =
  'said|says|saying|wrote|writes|told|tells|argues|argued|asked|thinks|mentioned|explains|explained|tweeted|tweets|invented|coined|claims|claimed|suggested|proposed|joins|talked|talks|believes|interviewed';
const PERSON_AFTER: readonly Cue[] = [
  [new RegExp(`^ (?:also |just |once |actually |always |has |had )?(?:${SPEECH})\\b`, 'iu'), 1],
  [new RegExp(`^,? (?:is |was )?(?:the|our|a|my) (?:former |current )?${ROLE}\\b`, 'iu'), 1.5],
  [/^,? who\b/iu, 0.5],
  [/^(?: I think| because| when| and|,){0,3} (?:he|she)\b/iu, 1],
  [/^ and I\b|^ himself\b|^ herself\b|^['’]s (?:wife|husband|brother|sister|dad|mum|mom)\b/iu, 1.5],
];
const PERSON_BEFORE: readonly Cue[] = [
  [
    /\b(?:dr|mr|mrs|ms|prof|professor|president|senator|minister|sir|judge|father|sister|uncle|aunt)\.? $/iu,
    2,
  ],
  [
    new RegExp(
      `\\b(?:${ROLE}|author|writer|journalist|economist|philosopher|physicist|guy named|my friend|written by|invented by|led by|joined by),? $`,
      'iu',
    ),
    1.5,
  ],
  [
    /\b(?:named|guests?|co-?author(?:ed)? (?:by|with)|(?:according|thanks|credit) to|hi|hey|welcome),? $/iu,
    0.5,
  ],
];
const COMPANY_BEFORE: readonly Cue[] = [
  [
    new RegExp(`\\b${ROLE}(?: and (?:co-?founder|c[eto]o|president))? (?:of|at)(?: the)? $`, 'iu'),
    2,
  ],
  [/\b(?:investors?|engineers?|researchers?|scientists?|employees?) (?:at|in) $/iu, 1.5],
  [
    /\b(?:company|startup|firm|employer|bank|publisher|agency)(?:,)?(?: called| named| like)? $/iu,
    2,
  ],
  [
    /\b(?:(?:work|works|worked|working|job|intern|interned|internship|engineers?|team|people|folks|career|interview(?:ed)?|acquired|raised|funded|employed) (?:at|by|for)|(?:join|joined|joining|left|leaving|leave|switch(?:ed|ing) to|moved to)) $/iu,
    1,
  ],
];
const COMPANY_AFTER: readonly Cue[] = [
  [
    new RegExp(
      `^['’]s (?:${ROLE}|founder|stock|shareholders|employees|engineers|headquarters|office)`,
      'iu',
    ),
    2,
  ],
  [/^,? (?:the|a|an|our) (?:[\p{L}-]+ )?(?:company|startup|firm|bank)\b/iu, 2],
  [/^,? (?:Inc|Corp|Corporation|LLC|Ltd|GmbH)\b/u, 3],
  [/^ (?:hired|acquired|employs|bought|raised)\b/iu, 1],
];
const WORK_BEFORE: readonly Cue[] = [
  [
    /\b(?:paper|book|movie|film|novel|article|essay|album|song|documentary|blog post)s?(?: is|'s)?,?(?: called| named| titled| entitled)?,?(?: the)? ["“‘']?$/iu,
    3,
  ],
  [/\b(?:read|reading|wrote|author of) ["“]$/iu, 1],
];
const WORK_AFTER: readonly Cue[] = [
  [/^["”]? (?:paper|book|movie|film|novel|article|essay|album|documentary)\b/iu, 2],
];
const PRODUCT =
  'models?|app|application|product|tool|software|library|framework|browser|wallet|platform|service|language|package|plugin|protocol|operating system|game|console|device|chip|database';
const PRODUCT_BEFORE: readonly Cue[] = [
  [new RegExp(`\\b(?:${PRODUCT})s?,?(?: called| named)?,? $`, 'iu'), 2],
  [
    /\b(?:released|launched|shipped|release of|launch of|version of|download(?:ed)?|installed|install|open[- ]sourced|built) $/iu,
    1,
  ],
];
const PRODUCT_AFTER: readonly Cue[] = [
  [
    new RegExp(
      `^,? is (?:kind of |basically |essentially |like )*(?:a|an) (?:[\\p{L}-]+ ){0,3}(?:${PRODUCT})\\b`,
      'iu',
    ),
    3,
  ],
  [new RegExp(`^ (?:${PRODUCT})\\b`, 'iu'), 1.5],
  [/^ (?:version )?\d+\.\d+\b/u, 1.5],
];
/** What is said before and after a thing of each kind, and how strongly it speaks for the kind. */
export const KIND_CUES: readonly [ThingKind, readonly Cue[], readonly Cue[]][] = [
  ['person', PERSON_BEFORE, PERSON_AFTER],
  ['company', COMPANY_BEFORE, COMPANY_AFTER],
  ['work', WORK_BEFORE, WORK_AFTER],
  ['product', PRODUCT_BEFORE, PRODUCT_AFTER],
];
