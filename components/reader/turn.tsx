import type { CSSProperties } from 'react';
import { CopyLink } from '@/components/copy-link';
import { marked, type Span } from '@/components/marked';
import { clockText } from '@/components/time';
import { type Correction, correctionsWithin } from '@/lib/search/glossary/corrections';
import { passageSpans } from '@/lib/search/passages';
import type { SpeakerShare, TurnView } from '@/lib/store/views';

/** A turn longer than this many words is set in paragraphs, at sentence ends. */
const PARAGRAPH_WORDS = 110;

interface Props {
  turn: TurnView;
  speaker: SpeakerShare | undefined;
  voice: string | undefined;
  /** Words to highlight, as character spans of the turn's text. */
  spans: readonly Span[];
  /** What the glossary says was misheard, likewise. No highlight cuts one. */
  corrections: readonly Correction[];
  /** Number of the first highlight, over the whole episode, from 1. */
  firstHit: number;
  /** The character offset that a link asked for: the highlight there is where the page opens. */
  landAt: number | null;
  /** False where an earlier turn begins within the same second and owns the anchor. */
  ownsSecond: boolean;
  /** Tells the browser about how many lines it fills, for while it is not laid out. */
  foretold: boolean;
  kept: boolean;
}

/** Characters in a line of the reading column. */
const LINE_CHARACTERS = 72;

export function Turn(props: Props) {
  const { turn, speaker, voice, spans, corrections } = props;
  const { firstHit, landAt, ownsSecond, foretold, kept } = props;
  const lines = foretold ? Math.ceil(turn.text.length / LINE_CHARACTERS) : null;
  const anchor = `turn-${turn.anchor}`;
  const second = Math.floor(turn.startMs / 1000);
  const landing = landAt === null ? -1 : landingSpan(spans, landAt);
  return (
    <div
      className={['turn', voice, kept && 'kept'].filter(Boolean).join(' ')}
      id={landing < 0 ? anchor : undefined}
      data-s={second}
      data-v={turn.speaker ?? undefined}
      style={lines === null ? undefined : ({ '--lines': lines } as CSSProperties)}
    >
      <p className="who">
        {speaker ? (
          <a className="voice-name" href={`/speakers/${speaker.slug}`}>
            {speaker.name}
          </a>
        ) : (
          <span className="voice-name">Unknown speaker</span>
        )}
        <a className="time" id={ownsSecond ? `t=${second}` : undefined} href={`#t=${second}`}>
          {clockText(turn.startMs, turn.timing)}
        </a>
        <CopyLink href={`#${anchor}`} of="this turn" />
      </p>
      {paragraphs(turn.text, spans).map((paragraph) => (
        <p className="said" key={paragraph.start}>
          {marked(
            paragraph.text,
            paragraph.spans,
            (words, i) => (
              <mark
                key={paragraph.firstSpan + i}
                id={`hit-${firstHit + paragraph.firstSpan + i}`}
                className="landing"
              >
                {paragraph.firstSpan + i === landing && <span id={anchor} className="landing" />}
                {words}
              </mark>
            ),
            correctionsWithin(
              corrections,
              paragraph.start,
              paragraph.start + paragraph.text.length,
            ),
          )}
        </p>
      ))}
    </div>
  );
}

/** The highlight at or after the wished place, else the first; -1 where there is none. */
function landingSpan(spans: readonly Span[], at: number): number {
  const found = spans.findIndex(({ end }) => end > at);
  return found < 0 ? Math.min(0, spans.length - 1) : found;
}

/** Cuts text and highlights into paragraphs; a highlight across a cut belongs to where it begins. */
function paragraphs(text: string, spans: readonly Span[]) {
  let next = 0;
  return passageSpans(text, { maxWords: PARAGRAPH_WORDS }).map(({ start, end }) => {
    const firstSpan = next;
    const own: Span[] = [];
    for (let span = spans[next]; span && span.start < end; span = spans[next]) {
      own.push({
        start: Math.max(span.start, start) - start,
        end: Math.min(span.end, end) - start,
      });
      next++;
    }
    return { start, text: text.slice(start, end), spans: own, firstSpan };
  });
}
