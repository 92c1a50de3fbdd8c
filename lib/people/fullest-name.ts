import { readName } from './person-name.ts';

/**
 * Of several spellings of one person the one to show: the fullest (given name, nickname, surname), with
 * its diacritics, without titles, in mixed case. The same for any order of the spellings.
 */
export function fullestName(names: Iterable<string>): string {
  const weighed = [...new Set(names)].map((name) => ({ name, weight: weigh(name) }));
  weighed.sort((a, b) => {
    for (const [i, mine] of a.weight.entries()) {
      const difference = (b.weight[i] ?? 0) - mine;
      if (difference !== 0) return difference;
    }
    return a.name < b.name ? -1 : 1;
  });
  return weighed[0]?.name ?? '';
}

function weigh(name: string): number[] {
  const { words, nicknames, suffix } = readName(name);
  const letters = words.join('').length;
  const marks = name.normalize('NFD').match(/\p{M}/gu)?.length ?? 0;
  const mixed = name !== name.toLowerCase() && name !== name.toUpperCase() ? 1 : 0;
  return [words.length + nicknames.length + (suffix ? 1 : 0), letters, mixed, marks, -name.length];
}
