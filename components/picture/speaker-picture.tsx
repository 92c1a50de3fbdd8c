import type { SpeakerCard } from '@/lib/picture/speaker-card';
import { Frame, Lines, Quiet } from './frame';

/** A speaker: the name, how much they said, and a quote. */
export function SpeakerPicture({ card }: { card: SpeakerCard }) {
  return (
    <Frame foot={<Quiet>{card.source}</Quiet>}>
      <div style={{ display: 'flex', flexDirection: 'column' }}>
        <Lines
          text={card.name}
          leading={1.14}
          style={{ fontWeight: 600, letterSpacing: '-0.01em', color: card.colour }}
        />
        <div style={{ display: 'flex', marginTop: 10 }}>
          <Quiet>{card.extent}</Quiet>
        </div>
      </div>
      {card.words && (
        <div style={{ display: 'flex', borderLeft: `6px solid ${card.colour}`, paddingLeft: 40 }}>
          <Lines text={card.words} leading={1.35} />
        </div>
      )}
    </Frame>
  );
}
