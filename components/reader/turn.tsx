import { Fragment } from 'react';
import { CopyLink } from '@/components/copy-link';
import { marked, type Span } from '@/components/marked';
import { clockText, clockTitle } from '@/components/time';
import { type Correction, correctionsWithin } from '@/lib/search/glossary/corrections';
import type { RetiredPlaceView, SpeakerShare, TurnView } from '@/lib/store/views';
import { type Landing, LandingNote } from './landing';
import { paragraphSpans } from './paragraphs';

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
  /** Where in this turn a link opens: at the highlight there, or at the turn where there is none. */
  landing: Landing | null;
  /** False where a link took this turn's name to its words in another turn. */
  named: boolean;
  /** Names of places that are gone, and whose words are here now. */
  retired: readonly RetiredPlaceView[];
  /** False where an earlier turn begins within the same second and owns the anchor. */
  ownsSecond: boolean;
  kept: boolean;
  /** Where the recording opens at this turn, and what that is called; absent without a recording. */
  play?: PlayLink | undefined;
}

export interface PlayLink {
  href: string;
  label: string;
}

export function Turn(props: Props) {
  const { turn, speaker, voice, spans, corrections, firstHit, landing, named, retired } = props;
  const { ownsSecond, kept, play } = props;
  const anchor = `turn-${turn.anchor}`;
  const second = Math.floor(turn.startMs / 1000);
  const landingMark = landing ? landingSpan(spans, landing.offset) : -1;
  const ownsName = named && !(landingMark >= 0 && landing?.id === anchor);
  const said = paragraphs(turn.text, spans);
  const paragraphAt = (offset: number) => said.findLast(({ start }) => start <= offset) ?? said[0];
  return (
    <div
      className={['turn', voice, kept && 'kept'].filter(Boolean).join(' ')}
      id={ownsName ? anchor : undefined}
      data-s={second}
      data-v={turn.speaker ?? undefined}
    >
      <p className="who">
        {speaker ? (
          <a className="voice-name" href={`/speakers/${speaker.slug}`}>
            {speaker.name}
          </a>
        ) : (
          <span className="voice-name">Unknown speaker</span>
        )}
        {play && (
          <a className="play" href={play.href} rel="noreferrer">
            <span className="sr-only">{play.label}</span>
          </a>
        )}
        <a
          className="time"
          id={ownsSecond ? `t=${second}` : undefined}
          href={`#t=${second}`}
          title={clockTitle(turn)}
        >
          {clockText(turn.startMs, turn.timing)}
        </a>
        <CopyLink href={`#${anchor}`} of="this turn" />
      </p>
      {landing && landingMark < 0 && landing.id !== anchor && <span id={landing.id} />}
      {said.map((paragraph) => (
        <Fragment key={paragraph.start}>
          {landing && paragraphAt(landing.offset) === paragraph && (
            <LandingNote kind={landing.kind} />
          )}
          <p className="said">
            {retired.map(
              ({ fragment, offset }) =>
                paragraphAt(offset) === paragraph && <span key={fragment} id={fragment} />,
            )}
            {marked(
              paragraph.text,
              paragraph.spans,
              (words, i) => (
                <mark
                  key={paragraph.firstSpan + i}
                  id={`hit-${firstHit + paragraph.firstSpan + i}`}
                  className="landing"
                >
                  {paragraph.firstSpan + i === landingMark && (
                    <span id={landing?.id} className="landing" />
                  )}
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
        </Fragment>
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
  return paragraphSpans(text).map(({ start, end }) => {
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
