/** A turn of somebody's. */
interface Said {
  speaker: number | null;
  text: string;
}

/** So much of a turn is looked at, in characters. */
const LOOKED_AT = 3_000;
const LAST_WORDS = 400;
/** Taken back at once: “Just kidding.” */
const NOT_MEANT =
  /\b(?:kidding|joking|pretend(?:ing)?|impression|imitat(?:e|ing)|impersonat\w+)\b/iu;

const escaped = (word: string) => word.replace(/[$()*+.?[\\\]^{|}/]/g, '\\$&');
const givenName = (name: string) => name.split(/\s+/u)[0] ?? name;

/** Whether a speaker greets or thanks somebody of that given name: then they are somebody else. */
export function addresses(turns: readonly Said[], speaker: number, name: string): boolean {
  const given = escaped(givenName(name));
  const pattern = new RegExp(
    `\\b(?:thanks|thank you|thank you so much|welcome|welcome back|hi|hey|hello|yeah|right|so),? ${given}\\b|^${given},`,
    'iu',
  );
  return turns.some(
    (turn) => turn.speaker === speaker && pattern.test(turn.text.slice(0, LOOKED_AT)),
  );
}

/** Whether a turn ends by speaking to somebody of that given name: “How are you, Jane?” */
export function endsCalling(text: string, name: string): boolean {
  const last = /[^.!?…]*[.!?…]*\s*$/u.exec(text.slice(-LAST_WORDS))?.[0] ?? '';
  const given = escaped(givenName(name));
  return new RegExp(`(?:^|[,.!?] ?)${given}(?:[,.!?…]|$)`, 'u').test(last.trim());
}

/** Whether words take a name back: “… no, I'm not Jane Smith!” */
export function takesBack(words: string, name: string): boolean {
  const after = words.slice(0, LAST_WORDS);
  return NOT_MEANT.test(after) || new RegExp(`\\bnot ${escaped(name)}\\b`, 'iu').test(after);
}
