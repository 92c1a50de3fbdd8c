import type { EpisodeCard } from '@/lib/picture/episode-card';
import { RIBBON } from '@/lib/picture/episode-card';
import { PAPER } from '@/lib/picture/paper';
import { Frame, Lines, Quiet } from './frame';

/** An episode: its title, who speaks, and the ribbon of who speaks when. */
export function EpisodePicture({ card }: { card: EpisodeCard }) {
  return (
    <Frame foot={<Quiet>{card.length}</Quiet>}>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Quiet>{card.source}</Quiet>
        <Lines
          text={card.title}
          leading={1.14}
          style={{ fontWeight: 600, letterSpacing: '-0.01em', marginTop: 22 }}
        />
      </div>
      <div style={{ display: 'flex', flexDirection: 'column', margin: 'auto 0 32px' }}>
        <div style={{ display: 'flex', fontSize: 30, fontWeight: 600, marginBottom: 18 }}>
          {card.people.map(({ text, colour }) => (
            <span key={text} style={{ color: colour, marginRight: 36, whiteSpace: 'nowrap' }}>
              {text}
            </span>
          ))}
        </div>
        <div
          style={{
            display: 'flex',
            position: 'relative',
            width: RIBBON.width,
            height: 22,
            background: PAPER.line,
            borderRadius: 4,
            overflow: 'hidden',
          }}
        >
          {card.ribbon.map(({ left, width, colour }) => (
            <div
              key={left}
              style={{ position: 'absolute', left, width, top: 0, height: 22, background: colour }}
            />
          ))}
        </div>
      </div>
    </Frame>
  );
}
