import type { CSSProperties, ReactNode } from 'react';
import type { Fitted } from '@/lib/picture/fit';
import { PAPER } from '@/lib/picture/paper';

/** The names under which the parts of the typeface are given to the drawing (app/picture/typefaces.ts). */
export const FAMILY = 'p0, p1, p2, p3, p4, p5';

/** The sheet of every picture: paper, margins, and the site's name at the foot. */
export function Frame({ children, foot }: { children: ReactNode; foot: ReactNode }) {
  return (
    <div
      style={{
        width: 1200,
        height: 630,
        display: 'flex',
        flexDirection: 'column',
        justifyContent: 'space-between',
        padding: '60px 72px 54px',
        background: PAPER.ground,
        color: PAPER.ink,
        fontFamily: FAMILY,
        fontSize: 26,
        lineHeight: 1.3,
      }}
    >
      {children}
      <div
        style={{
          display: 'flex',
          justifyContent: 'space-between',
          alignItems: 'flex-end',
          marginTop: 24,
        }}
      >
        {foot}
        <div style={{ display: 'flex', fontWeight: 600 }}>Earmark</div>
      </div>
    </div>
  );
}

/** Lines as they were measured, each on its own: nothing is wrapped again. */
export function Lines({
  text,
  leading,
  style,
}: {
  text: Fitted;
  leading: number;
  style?: CSSProperties;
}) {
  return (
    <div
      style={{
        display: 'flex',
        flexDirection: 'column',
        fontSize: text.size,
        lineHeight: leading,
        ...style,
      }}
    >
      {text.lines.map((line, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines never change places.
        <div key={i} style={{ display: 'flex', whiteSpace: 'nowrap' }}>
          {line}
        </div>
      ))}
    </div>
  );
}

/** A line of the foot, in quieter ink. */
export function Quiet({ children }: { children: ReactNode }) {
  return (
    <div style={{ display: 'flex', color: PAPER.muted, whiteSpace: 'nowrap' }}>{children}</div>
  );
}
