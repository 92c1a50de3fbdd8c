/** A title whose lines never begin with a dash: it stays with the word before it. */
export const titleText = (title: string): string => title.replace(/ (?=[–—] )/g, '\u00a0');
