import type { Line } from './episode-block.ts';
import { couldBeLabel, isDiscourse, isNameLike } from './label-shape.ts';
import { trailingTime } from './time-mark.ts';
import { headingOf } from './topic-headings.ts';

/** Names come again and topics do not: so many headings of a level must say what one above them said. */
const LEAST_AGAIN = 2;

/** The level of headings that are names of speakers, or null where headings are topics. Linear. */
export function speakingLevel(
  headings: readonly { title: string; level: number }[],
): number | null {
  const seen = new Map<number, { names: Set<string>; count: number }>();
  for (const { title, level } of headings) {
    const name = nameIn(title);
    if (name === null) continue;
    const at = seen.get(level) ?? { names: new Set(), count: 0 };
    at.names.add(name);
    at.count++;
    seen.set(level, at);
  }
  let best: { level: number; again: number } | null = null;
  for (const [level, { names, count }] of seen) {
    const again = count - names.size;
    if (again >= LEAST_AGAIN && names.size > 1 && again > (best?.again ?? 0))
      best = { level, again };
  }
  return best?.level ?? null;
}

/** The lines with headings that name speakers written as `**Name:**`, as everything else reads them. */
export function namesAsHeads(lines: readonly Line[]): Line[] {
  const headings = lines.map(({ text }) => headingOf(text));
  const level = speakingLevel(headings.filter((heading) => heading !== null));
  return lines.map((line, i) => {
    const heading = headings[i];
    if (!heading || heading.level !== level || nameIn(heading.title) === null) return line;
    return { ...line, text: `**${heading.title.replace(/[:：]$/u, '').replaceAll('**', '')}:**` };
  });
}

function nameIn(title: string): string | null {
  const bare = title
    .replaceAll('**', '')
    .replace(/[:：]$/u, '')
    .trim();
  const name = (trailingTime(bare)?.before ?? bare).replace(/[\s–—-]{1,8}$/u, '');
  return couldBeLabel(name) && isNameLike(name) && !isDiscourse(name) ? name : null;
}
