/** "Name: words" at the start of a line: up to four capitalised words, or SPEAKER_01 and the like. */
const PREFIX =
  /^(?:-\s*)?((?:\p{Lu}[\p{L}\p{N}.'’“”"_-]*)(?: (?:[“"‘'«]?\p{Lu}[\p{L}\p{N}.'’“”"»_-]*|\d+|de|van|von|of)){0,3}):\s+(?=\S)/u;

/** The speaker before the colon, and the words after it; null where there is none. */
export function speakerPrefix(text: string): { speaker: string; rest: string } | null {
  const found = PREFIX.exec(text);
  return found?.[1] ? { speaker: found[1], rest: text.slice(found[0].length) } : null;
}
