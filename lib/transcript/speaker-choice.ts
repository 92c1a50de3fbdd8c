import { isAnonymous, isNobody } from '../people/nameless.ts';
import type { Line } from './episode-block.ts';
import { isTemplate } from './furniture.ts';
import { BARE_NAME, type Head, readHead } from './head-line.ts';
import { isDiscourse, isNameLike } from './label-shape.ts';
import { leadingTime } from './time-mark.ts';
import type { Warning } from './transcript.ts';

/** The lines of a file that begin turns, and what is open about them. */
export interface Choice {
  heads: ReadonlyMap<Line, Head>;
  warnings: Warning[];
  /** Heads whose words follow on the same line. */
  inline: number;
  /** Heads that stand alone, with a time or in bold, above their words. */
  alone: number;
  /** Speakers told apart. */
  labels: number;
  /** Lines with anything on them. */
  filled: number;
  /** Whether the first of them is a head. */
  opens: boolean;
}

/** Among fewer turns than this a name that comes once is nothing odd. */
const FEW = 6;

/** A candidate with its line. */
interface Candidate {
  at: Line;
  head: Head;
}

/**
 * Tells the lines that begin a turn from lines of speech that only look like it ("So: here is the
 * thing"). One line cannot tell; the file can: heads are written alike, names come again, and where
 * most lines open with a name, those that do are turns. `listed` are names that a header gives.
 * Linear in the lines.
 */
export function chooseHeads(lines: readonly Line[], listed: readonly string[] = []): Choice {
  const candidates: Candidate[] = [];
  let filled = 0;
  for (const at of lines) {
    if (at.text === '') continue;
    filled++;
    const head = readHead(at.text);
    if (head) candidates.push({ at, head });
  }
  const named = candidates.filter(({ head }) => head.label !== null);
  const bold = named.filter(({ head }) => head.bold && (head.colon || head.mark));
  const alone = named.filter(({ head }) => head.rest === '' && head.mark);
  const inline = named.filter(({ head }) => head.colon && head.rest !== '');
  const timed = alikeOf(
    named.filter(({ head }) => head.rest !== '' && head.shape.startsWith('NT')),
  );
  const alike = alikeOf(alone);
  // Every head that stands alone needs words below it.
  const above = alike.length >= 2 && alike.length <= filled * 0.6;
  const chosen =
    repeats(bold) || opensAlone(bold, lines)
      ? bold.filter(({ head }) => !isDiscourse(head.label ?? ''))
      : above && alike.length >= inline.length / 2
        ? alike
        : timed.length >= 2 && timed.length > Math.max(inline.length, filled * 0.3)
          ? timed
          : openers(named, filled, listed);
  const first = lines.find(({ text }) => text !== '' && !isTemplate(text));
  if (chosen.length === 0) return complete(bareNames(lines, named), candidates, filled, first);
  return complete(chosen, candidates, filled, first);
}

/** At least two, and as many as speech needs: some name comes again, or there are few. */
function repeats(bold: readonly Candidate[]): boolean {
  return bold.length >= 2 && (bold.length <= 4 || countLabels(bold).size < bold.length);
}

/** A full name in bold before the very first words: one person speaks from there on. */
function opensAlone(bold: readonly Candidate[], lines: readonly Line[]): boolean {
  const [only] = bold;
  const label = only?.head.label ?? '';
  return (
    bold.length === 1 &&
    only?.head.colon === true &&
    /\s/.test(label) &&
    isNameLike(label) &&
    !isDiscourse(label) &&
    lines.find(({ text }) => text !== '' && !isTemplate(text)) === only.at
  );
}

/** Heads alone on a line: those written like the others, and loose ones only where their name returns. */
function alikeOf(alone: readonly Candidate[]): Candidate[] {
  const shapes = new Map<string, number>();
  for (const { head } of alone) shapes.set(head.shape, (shapes.get(head.shape) ?? 0) + 1);
  const labels = countLabels(alone);
  return alone.filter(({ head }) => {
    const label = head.label ?? '';
    const known = (labels.get(label) ?? 0) > 1;
    if (head.shape.startsWith('T') && !head.colon && !head.bold) return known || isNameLike(label);
    if (head.loose) return known || (isNameLike(label) && (shapes.get(head.shape) ?? 0) > 1);
    return known || (shapes.get(head.shape) ?? 0) > 1 || isNameLike(label);
  });
}

/** How much of a file names that stand alone may be, when nothing but them says that they are heads. */
const BARE_SHARE = { least: 0.1, most: 0.55 };

/**
 * Names alone on their lines, as in scripts: at least two that come again and again, each with words below it.
 * One that comes once is believed where all are in capitals, and it is too.
 */
function bareNames(lines: readonly Line[], named: readonly Candidate[]): Candidate[] {
  const filled = lines.filter(({ text }) => text !== '');
  const next = new Map(filled.map((at, i) => [at, filled[i + 1]]));
  const bare = named.filter(({ head }) => head.shape === BARE_NAME);
  const names = new Set(bare.map(({ at }) => at));
  const counts = countLabels(bare);
  const again = bare.filter(({ head }) => (counts.get(head.label ?? '') ?? 0) > 1);
  if (countLabels(again).size < 2) return [];
  const capitals = again.every(({ at }) => at.text === at.text.toUpperCase());
  const chosen = bare.filter(
    ({ at, head }) =>
      (counts.get(head.label ?? '') ?? 0) > 1 || (capitals && at.text === at.text.toUpperCase()),
  );
  const share = chosen.length / filled.length;
  const followed = chosen.filter(({ at }) => next.get(at) && !names.has(next.get(at) as Line));
  return share >= BARE_SHARE.least &&
    share <= BARE_SHARE.most &&
    followed.length >= chosen.length * 0.9
    ? chosen
    : [];
}

/** "Name:" lines without bold or times. */
function openers(
  named: readonly Candidate[],
  filled: number,
  listed: readonly string[],
): Candidate[] {
  const colons = named.filter(
    ({ head }) => (head.colon && !isDiscourse(head.label ?? '')) || (head.bold && head.rest === ''),
  );
  const spaced = countLabels(colons.filter(({ head }) => !head.shape.endsWith('!')));
  const counted = colons.filter(({ head }) => spaced.has(head.label ?? ''));
  const people = new Set(listed.flatMap((name) => [name, name.split(' ')[0] ?? name]));
  const often = counted.filter(({ head }) => (spaced.get(head.label ?? '') ?? 0) > 1);
  const known = new Set(often.map(({ head }) => head.label));
  const share = counted.length / Math.max(1, filled);
  return counted.filter(({ head }) => {
    const label = head.label ?? '';
    if (people.has(label) || isAnonymous(label)) return true;
    if (!isNameLike(label)) return known.has(label) && known.size > 1 && share > 0.3;
    if (known.has(label) || head.loose) return known.has(label);
    const several = /\s|\p{Lo}/u.test(label);
    return (
      share > 0.85 ||
      (counted.length < FEW && share >= 0.5) ||
      (several && (known.size > 0 ? share > 0.1 : share > 0.3))
    );
  });
}

/** Adds what the chosen make certain: their names written otherwise, and times without a name. */
function complete(
  chosen: readonly Candidate[],
  candidates: readonly Candidate[],
  filled: number,
  first: Line | undefined,
): Choice {
  const labels = countLabels(chosen);
  const heads = new Map(chosen.map(({ at, head }) => [at, head]));
  const timed = chosen.filter(({ head }) => head.shape.startsWith('T')).length * 2 > chosen.length;
  const warnings: Warning[] = [];
  for (const { at, head } of candidates) {
    const { label } = head;
    const { line } = at;
    if (heads.has(at)) {
      const rare =
        label !== null && labels.get(label) === 1 && !isNobody(label) && !isAnonymous(label);
      const doubtful = !head.mark && !head.bracket && !head.bold && chosen.length >= FEW;
      if (rare && doubtful && chosen.length > labels.size) {
        const message = `“${label}” stands before words here only, and is taken for a speaker.`;
        warnings.push({ line, message });
      }
    } else if (label !== null && labels.has(label) && head.colon) {
      heads.set(at, head);
    } else if (timed && head.shape.startsWith('T') && !head.colon) {
      heads.set(at, nameless(at.text, head));
    } else if (
      label !== null &&
      head.colon &&
      chosen.length > 0 &&
      isNameLike(label) &&
      !isDiscourse(label)
    ) {
      const message = `“${label}:” may name a speaker; it is taken for speech, for nothing else in the file says so.`;
      warnings.push({ line, message });
    }
  }
  const inline = chosen.filter(({ head }) => head.rest !== '').length;
  return {
    heads,
    warnings,
    inline,
    alone: chosen.length - inline,
    labels: labels.size,
    filled,
    opens: first !== undefined && heads.has(first),
  };
}

/** A time that no name follows: what follows is what was said. */
const nameless = (text: string, head: Head): Head => ({
  ...head,
  label: null,
  rest: leadingTime(text)?.rest.trim() ?? head.rest,
});

function countLabels(candidates: readonly Candidate[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { head } of candidates) {
    if (head.label !== null) counts.set(head.label, (counts.get(head.label) ?? 0) + 1);
  }
  return counts;
}
