import { PAPER } from '@/lib/picture/paper';
import type { QuoteCard } from '@/lib/picture/quote-card';
import { Frame, Lines, Quiet } from './frame';

/** A quote as the reader sets it: the speaker's rule, the words, and where they are from. */
export function QuotePicture({ card }: { card: QuoteCard }) {
  const { words, verbatim, rule, name, moment, title, source } = card;
  return (
    <Frame
      foot={
        <div style={{ display: 'flex', flexDirection: 'column' }}>
          <div style={{ display: 'flex', alignItems: 'baseline', fontSize: 30, marginBottom: 6 }}>
            {name && (
              <span style={{ color: name.colour, fontWeight: 600, marginRight: 18 }}>
                {name.text}
              </span>
            )}
            <span style={{ color: PAPER.muted, fontSize: 26 }}>{moment}</span>
          </div>
          {title && <div style={{ display: 'flex', whiteSpace: 'nowrap' }}>{title}</div>}
          <Quiet>{source}</Quiet>
        </div>
      }
    >
      <div
        style={{
          display: 'flex',
          margin: 'auto 0',
          borderLeft: `6px ${rule.dashed ? 'dashed' : 'solid'} ${rule.colour}`,
          paddingLeft: 40,
        }}
      >
        <Lines text={words} leading={1.3} style={{ color: verbatim ? PAPER.ink : PAPER.muted }} />
      </div>
    </Frame>
  );
}
