import { type CSSProperties, Fragment, type ReactNode } from 'react';
import type { TurnView } from '@/lib/store/views';

/** Characters in a line of the reading column. */
const LINE_CHARACTERS = 72;
/** So many turns are laid out, or left for later, together: the browser watches each stretch in every frame. */
const TOGETHER = 16;

interface Props {
  turns: readonly TurnView[];
  run: { positions: readonly number[] };
  /** Whether it saves something to lay out only what is near. */
  long: boolean;
  show: (position: number) => ReactNode;
}

/** The turns of a run, one after the other; in a long transcript in stretches whose height is foretold. */
export function Stretches({ turns, run, long, show }: Props) {
  const { positions } = run;
  if (!long) return positions.map(show);
  const stretches: number[][] = [];
  for (let at = 0; at < positions.length; at += TOGETHER) {
    stretches.push(positions.slice(at, at + TOGETHER));
  }
  return stretches.map((own) => {
    const lines = own.reduce(
      (sum, at) => sum + Math.ceil((turns[at]?.text.length ?? 0) / LINE_CHARACTERS),
      0,
    );
    const style = { '--lines': lines, '--turns': own.length } as CSSProperties;
    return (
      <div key={own[0]} className="stretch" style={style}>
        {own.map((position) => (
          <Fragment key={position}>{show(position)}</Fragment>
        ))}
      </div>
    );
  });
}
