import type { EpisodeForIndex } from '../store/outbox.ts';
import { sentences } from '../understanding/sentences.ts';
import { correctionsWithin, createCorrector } from './glossary/corrections.ts';
import { NORMALISER_VERSION } from './normalise.ts';
import type { EpisodePassages, Passage } from './passage.ts';
import { PASSAGE_VERSION, passageSpans, passageStartMs, passageTiming } from './passages.ts';

/** What an engine must hold for a stored version: the words, and how we cut and normalise them. */
export const indexVersion = (version: string) =>
  `${version}:${PASSAGE_VERSION}.${NORMALISER_VERSION}`;

const ASKED = /[?？؟]/u;
const ENDS_ASKING = /[?？؟]["'”’)]*\s*$/u;
/** A question is shown from its last sentences, at most so many characters. */
const QUESTION_CHARACTERS = 220;

const isAsked = (text: string) => ASKED.test(text);

/** The question that the turn answers: what somebody else ended with just before. */
function questionBefore({ turns, speakers, language }: EpisodeForIndex, position: number) {
  const before = turns[position - 1];
  if (!before || before.speaker === turns[position]?.speaker || !ENDS_ASKING.test(before.text)) {
    return null;
  }
  const spans = sentences(before.text, language);
  let start = before.text.length;
  for (const span of spans.toReversed()) {
    if (start < before.text.length && before.text.length - span.start > QUESTION_CHARACTERS) break;
    start = span.start;
  }
  const speaker = before.speaker === null ? null : (speakers[before.speaker]?.name ?? null);
  return { speaker, text: before.text.slice(start).trim() };
}

/** An episode as the engines index it: its turns, long ones cut into sentence-aligned passages. */
export function indexEpisode(episode: EpisodeForIndex): EpisodePassages {
  const passages: Passage[] = [];
  const correct = createCorrector(episode.glossary);
  let sectionIndex = 0;
  for (const [position, turn] of episode.turns.entries()) {
    while ((episode.sections[sectionIndex]?.lastTurn ?? Infinity) < position) sectionIndex++;
    const section = episode.sections[sectionIndex];
    const speaker = turn.speaker === null ? undefined : episode.speakers[turn.speaker];
    const misheard = correct(turn.text);
    for (const span of passageSpans(turn.text, { language: episode.language })) {
      const corrections = correctionsWithin(misheard, span.start, span.end);
      passages.push({
        id: `${episode.id}-${position}-${span.start}`,
        episodeId: episode.id,
        episodeSlug: episode.slug,
        episodeTitle: episode.title,
        showSlug: episode.show.slug,
        showTitle: episode.show.title,
        date: episode.date,
        sectionSlug: section?.slug ?? null,
        sectionTitle: section?.title ?? null,
        sectionStartMs: section?.startMs ?? null,
        speakerSlug: speaker?.slug ?? null,
        speakerName: speaker?.name ?? null,
        ...(speaker?.spellings && { speakerSpellings: speaker.spellings }),
        turn: position,
        turnId: turn.anchor,
        offset: span.start,
        startMs: passageStartMs(turn, span.start),
        timing: passageTiming(turn, span.start),
        text: turn.text.slice(span.start, span.end),
        asks: isAsked(turn.text.slice(span.start, span.end)),
        question: span.start === 0 ? questionBefore(episode, position) : null,
        ...(corrections.length > 0 && { corrections }),
      });
    }
  }
  return {
    episodeId: episode.id,
    contentHash: indexVersion(episode.version),
    passages,
  };
}
