/** Opens as an order, a supposition or an aside to the listener: half of a thought. */
const SETS_UP =
  /^(?:do|don't|say|let's|let me|suppose|imagine|look|see|remember|think|guess|maybe|you know|i mean|pretty much|just (?:for|to)|by the way|speaking of|same|because)\b/iu;
/** A clause that wants another after it. */
const SUBORDINATE =
  /^(?:after|when|whenever|while|if|once|since|before|until|although|though|unless|as)\b/iu;
/** About the conversation, not about its subject. */
const ABOUT_THE_TALK =
  /\b(?:we (?:talked|discussed|spoke|were talking)|(?:i|you) (?:just )?(?:said|mentioned|asked|brought up)|as i was saying|going to say|my (?:next |last )?(?:question|comment|point)\b|i'm (?:curious|wondering|trying to figure)|to your (?:point|question)|good question|in this (?:episode|conversation)|we(?:'re| are) (?:here|back|live|joined)|in the studio|most recently (?:of|at|from)|(?:he|she)'s (?:here|with us)|before we (?:start|begin|go)|let me know)\b/iu;
/** “In extreme cases, it was possible”: what was? */
const DANGLING = /^(?:[^,]{1,40}, ){1,2}(?:it|they|he|she|this|these|those)\b/iu;
/** Speech recognition broke a sentence where another began: “such model, Such image”. */
const BROKEN =
  /[,;] (?:Such|The|An?|And|But|So|It|They|We|You|He|She|This|That|There|Then|Like)\b/u;

/**
 * True where a sentence says something by itself to somebody who did not hear the rest: no order or
 * supposition, no clause without its other half, no talk about the talk, not broken in the middle.
 */
export function isSelfContained(text: string): boolean {
  const plain = text.replaceAll('’', "'");
  if (SETS_UP.test(plain) || ABOUT_THE_TALK.test(plain) || BROKEN.test(plain)) return false;
  if (DANGLING.test(plain)) return false;
  if (!SUBORDINATE.test(plain)) return true;
  const main = /,\s*(.+)$/u.exec(plain)?.[1] ?? '';
  return main.split(/\s+/).length >= 4;
}
