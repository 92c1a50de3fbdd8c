/** A published chapter. */
export interface Chapter {
  title: string;
  startMs: number;
}

/**
 * The turn that each chapter begins with: the one whose start is nearest to the chapter's. Chapters
 * that would begin with the same turn share it; the last of them names it.
 */
export function headingsOf(
  chapters: readonly Chapter[],
  turns: readonly { startMs: number }[],
): { title: string; turn: number }[] {
  const ordered = [...chapters].sort((a, b) => a.startMs - b.startMs);
  let turn = 0;
  return ordered.map(({ title, startMs }) => {
    const distance = (at: number) =>
      Math.abs((turns[at]?.startMs ?? Number.POSITIVE_INFINITY) - startMs);
    while (turn + 1 < turns.length && distance(turn + 1) <= distance(turn)) turn++;
    return { title, turn };
  });
}
