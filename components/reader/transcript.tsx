import { Fragment } from 'react';
import { CopyLink } from '@/components/copy-link';
import type { Span } from '@/components/marked';
import { Points } from '@/components/points';
import { clockText, clockTitle } from '@/components/time';
import { voiceClasses } from '@/components/voice';
import { momentAddress, type Recording } from '@/lib/media/recording';
import type { Correction } from '@/lib/search/glossary/corrections';
import type { EpisodeLinks, EpisodeView, RetiredPlaceView, TurnView } from '@/lib/store/views';
import { Echoes, Related } from './elsewhere';
import { Gap } from './gap';
import type { Landing } from './landing';
import { SoloNote } from './solo-note';
import { Stretches } from './stretches';
import { Turn } from './turn';

interface Props {
  episode: EpisodeView;
  /** Highlights of each turn, by position; may be empty. */
  spans: readonly (readonly Span[])[];
  /** What the glossary says was misheard in each turn, likewise. */
  corrections: readonly (readonly Correction[])[];
  landing: Landing | null;
  /** Names of places that are gone, and where links with them open. */
  retired: readonly RetiredPlaceView[];
  solo: number | null;
  links: EpisodeLinks;
  /** Positions of the turns that are read; null for all of them. */
  kept: ReadonlySet<number> | null;
  recording: Recording | null;
}

export interface Run {
  positions: number[];
  /** They are read; else they stand folded, ready to be opened where they are. */
  open: boolean;
}

/** The turns of a section in runs that are read and runs that are left out. */
function runsOf(first: number, last: number, kept: ReadonlySet<number> | null): Run[] {
  const runs: Run[] = [];
  for (let position = first; position <= last; position++) {
    const open = kept === null || kept.has(position);
    const run = runs.at(-1);
    if (run?.open === open) run.positions.push(position);
    else runs.push({ positions: [position], open });
  }
  return runs;
}

function playLink(recording: Recording, { startMs, timing }: TurnView) {
  const on = recording.kind === 'elsewhere' ? ` on ${recording.service}` : '';
  return {
    href: momentAddress(recording, startMs),
    label: `Play from ${clockText(startMs, timing)}${on}`,
  };
}

/** From so many turns on, the browser lays out only what is near (see Stretches). */
const LONG = 800;

/** Everything that was said, section by section. */
export function Transcript(props: Props) {
  const { episode, spans, corrections, landing, retired, solo, links, kept, recording } = props;
  const { turns, sections, speakers, timing } = episode;
  const voices = voiceClasses(speakers);
  const long = turns.length > LONG;
  const seconds = new Set<number>();
  let hitsBefore = 0;
  return (
    <div className={['turns', solo !== null && 'solo', long && 'long'].filter(Boolean).join(' ')}>
      <SoloNote episode={episode} solo={solo} />
      {sections.map((section, number) => {
        const show = (position: number) => {
          const turn = turns[position];
          if (!turn) return null;
          const own = spans[position] ?? [];
          const firstHit = hitsBefore + 1;
          hitsBefore += own.length;
          const second = Math.floor(turn.startMs / 1000);
          const ownsSecond = !seconds.has(second);
          seconds.add(second);
          const topic = section.topics.find(({ firstTurn }) => firstTurn === position);
          return (
            <Fragment key={turn.anchor}>
              {topic && <h3 className="subtopic">{topic.title}</h3>}
              <Turn
                turn={turn}
                speaker={turn.speaker === null ? undefined : speakers[turn.speaker]}
                voice={turn.speaker === null ? undefined : voices[turn.speaker]}
                spans={own}
                corrections={corrections[position] ?? []}
                firstHit={firstHit}
                landing={landing?.turn === position ? landing : null}
                named={landing?.id !== `turn-${turn.anchor}` || landing.turn === position}
                retired={retired.filter(
                  (place) => place.turn === position && place.fragment !== landing?.id,
                )}
                ownsSecond={ownsSecond}
                kept={solo !== null && turn.speaker === solo}
                play={recording ? playLink(recording, turn) : undefined}
              />
              <Echoes echoes={links.turns.get(position)} episode={episode} />
            </Fragment>
          );
        };
        return (
          <section
            className="topic"
            key={section.slug}
            id={`s-${section.slug}`}
            aria-label={section.title}
          >
            <div className="topic-head">
              <h2>{section.title}</h2>
              <CopyLink href={`#s-${section.slug}`} of="this section" />
              <a
                className="time quiet-link"
                href={`#t=${Math.floor(section.startMs / 1000)}`}
                title={clockTitle(turns[section.firstTurn])}
              >
                {clockText(section.startMs, turns[section.firstTurn]?.timing ?? timing)}
              </a>
            </div>
            {section.summary.length > 0 && (
              <div className="standfirst">
                <Points episode={episode} points={section.summary} />
              </div>
            )}
            {runsOf(section.firstTurn, section.lastTurn, kept).map((run) =>
              run.open ? (
                <Stretches key={run.positions[0]} turns={turns} run={run} long={long} show={show} />
              ) : (
                <Gap key={run.positions[0]} turns={run.positions.flatMap((at) => turns[at] ?? [])}>
                  <Stretches turns={turns} run={run} long={long} show={show} />
                </Gap>
              ),
            )}
            <Related related={links.sections.get(number)} />
          </section>
        );
      })}
    </div>
  );
}
