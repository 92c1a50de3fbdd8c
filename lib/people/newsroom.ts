/** Whom a label in capitals means: the label that names them first, and their name as people write it. */
export interface Newsroom {
  main: string;
  name: string;
  host: boolean;
}

const ROLE = /,\s*(?:(co-?)?host|anchor|moderator|byline|correspondent|reporter|guest)$/i;
const HOST = /,\s*(?:(?:co-?)?host|anchor|moderator)$/i;
const PARTICLES = new Set(
  'de da di del la le van von der den ten ter of the and y e bin al el'.split(' '),
);

/**
 * Names of labels as newsrooms set them: all in capitals, the full name with its role once (“GUY RAZ,
 * HOST:”), from then on the surname alone (“RAZ:”). A part of a name counts as the whole only where one
 * whole has it. Empty where the labels are not in capitals, or neither a role nor a part of a name shows the habit.
 */
export function newsroomNames(labels: readonly string[]): ReadonlyMap<string, Newsroom> {
  const capital = labels.filter((label) => /\p{Lu}{2}/u.test(label) && !/\p{Ll}/u.test(label));
  const long = labels.filter((label) => /\p{L}{4}|\p{L}\s+\p{L}{2}/u.test(label));
  const found = new Map<string, Newsroom>();
  if (long.length === 0 || long.some((label) => !capital.includes(label))) return found;
  const whole = capital.flatMap((label) => {
    const words = label.replace(ROLE, '').split(/\s+/u);
    return words.length > 1 ? [{ label, words }] : [];
  });
  for (const label of capital) {
    const bare = label.replace(ROLE, '');
    const [of, ...more] = /\s/u.test(bare)
      ? []
      : whole.filter(({ words }) => words[0] === bare || words.at(-1) === bare);
    const main = of && more.length === 0 ? of.label : label;
    // One to three capitals are initials, unless a whole name has them.
    if (main === label && /^\p{Lu}{1,3}$/u.test(bare)) continue;
    found.set(label, { main, name: asWritten(main.replace(ROLE, '')), host: HOST.test(main) });
  }
  // Capitals alone are how a script was typed; its names stay so.
  const told = [...found].some(([label, { main }]) => main !== label || ROLE.test(label));
  return told ? found : new Map();
}

/** “JUAN DE LA CRUZ-O’NEIL JR.” as Juan de la Cruz-O’Neil Jr. */
const asWritten = (name: string): string =>
  name
    .split(/\s+/u)
    .map((word, i) => {
      if (i > 0 && PARTICLES.has(word.toLowerCase())) return word.toLowerCase();
      if (/^(?:\p{Lu}\.)+$|^[^\p{L}]|^(?:II|III|IV)$/u.test(word)) return word;
      // Letters that cannot be spoken as a word are initials: JD, BJ.
      if (/^[^AEIOUYÀ-Þ]{1,3}$/u.test(word) && !/^(?:JR|SR|DR|MR|MRS|MS)\.?$/.test(word))
        return word;
      return word
        .toLowerCase()
        .replace(/^mc(?=\p{L}{3})|(?<=^|[-'’"“(])\p{L}|(?<=^mc)\p{L}/gu, (part) =>
          part === 'mc' ? 'Mc' : part.toUpperCase(),
        );
    })
    .join(' ');
