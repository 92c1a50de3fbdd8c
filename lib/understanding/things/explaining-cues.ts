/** A pattern, and how strongly it speaks for an explanation. */
type Cue = readonly [RegExp, number];

const HEDGE =
  '(?:[,\\s]+(?:basically|essentially|actually|really|just|simply|literally|kind of|sort of|like|you know|i mean|again|also|still|now))*';
const AFTER: readonly Cue[] = [
  [
    new RegExp(
      `^[,\\s]*(?:is|are)${HEDGE},? (?:a|an|the|when|where|how|about|another|any|one of)\\b`,
      'iu',
    ),
    6,
  ],
  [
    new RegExp(
      `^(?:['’]s|['’]re|${HEDGE},? (?:that|this|it|they)(?:['’]s| is| was| are|['’]re))${HEDGE} (?:a|an|the|when|where|how)\\b`,
      'iu',
    ),
    4,
  ],
  [new RegExp(`^ (?:was|were)${HEDGE},? (?:a|an|the)\\b`, 'iu'), 4.5],
  [/^ (?:is|are)(?: basically| essentially| kind of| sort of| like| just)\b/iu, 5],
  [/^,? (?:which|who) (?:is|are|was|were|means|lets|allows|has|have)\b/iu, 4.5],
  [/^,? which\b/iu, 2],
  [
    /^ (?:means|stands for|refers to|consists of|describes|allows|lets|works by|is used|are used|aims|(?:is|are) trying|tries|is called)\b/iu,
    5,
  ],
  [/^ just (?:means|tells|takes|says)\b/iu, 4],
  [/^,? (?:you|we) (?:basically|essentially|just)\b/iu, 4],
  [
    /^,? (?:basically|essentially|mostly|namely|meaning|that is|or in other words|in other words|short for)\b/iu,
    3.5,
  ],
  [/^ [\p{L}-]{3,20} (?:is|are|was|were) (?:an?|the)\b/iu, 3],
  [/^, (?:a|an|the) [\p{L}-]+/iu, 2.5],
];
const BEFORE: readonly Cue[] = [
  [
    /(?<!\b(?:i|you|we|they|he|she) )\b(?:called|named|known as|termed|dubbed|call (?:it|this|that|them))(?: an?| the)?[\s"“‘']*$/iu,
    5,
  ],
  [
    /\b(?:idea|concept|notion|purpose|objective|goal|point|definition|principle|intuition)(?: of| behind|with)(?: an?| the)?\s*$/iu,
    4,
  ],
  [
    /\b(?:term|paper|book|project|company|startup|protocol|framework|model|technique|method|tool)[,]?(?: the)?\s["“‘']?$/iu,
    2,
  ],
  [
    /\b(?:which|it|this|that|there|here)(?: is|['’]s| was|['’]re)(?: basically| essentially| kind of| like)?(?: an?| the)?\s*$/iu,
    2,
  ],
  [/\b(?:is|are) the\s*$/iu, 2],
  [/\b(?:define|explain|describe|introduce)(?: what)?(?: an?| the)?\s*$/iu, 1],
];
const DENIED = /\b(?:not|isn['’]t|aren['’]t)(?: an?| the)?\s*$/iu;
const CONTRAST = /^ ?(?:is|are)(?: not|n['’]t)\b/iu;

/**
 * How strongly the words on either side of a mention explain it: 0 (not at all) to 6 ("X is a").
 * Both must be cut short by the caller, which bounds what the patterns cost. They extend those of
 * Hearst, "Automatic Acquisition of Hyponyms" (1992), by what people say aloud.
 */
export function cueOf(before: string, after: string): number {
  if (DENIED.test(before) || CONTRAST.test(after)) return 0;
  const strongest = (cues: readonly Cue[], text: string) =>
    cues.reduce((most, [pattern, worth]) => (worth > most && pattern.test(text) ? worth : most), 0);
  const most = Math.max(strongest(AFTER, after), strongest(BEFORE, before));
  // "The X of Y is a": an attribute of Y is explained, not Y.
  const attribute =
    /\b(?:of|in|for|with|from|on|to|at|by|and)(?: an?| the| your| these)?\s*$/iu.test(before);
  const told = /\b(?:idea|concept|notion|purpose|objective|goal|definition)\b/iu.test(before);
  return attribute ? Math.min(most, told ? 4 : 2) : most;
}
