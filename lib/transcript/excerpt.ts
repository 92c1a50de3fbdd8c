const LONGEST = 120;

/** As much of a file's own words as a message can bear. Never cut within a character. */
export function excerpt(text: string): string {
  const trimmed = text.trim();
  if (trimmed.length <= LONGEST) return trimmed;
  return `${[...trimmed.slice(0, LONGEST)].slice(0, -1).join('')}…`;
}
