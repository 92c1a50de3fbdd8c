import { createHash } from 'node:crypto';
import path from 'node:path';
import { isUnnamed } from '../people/nameless.ts';
import { slugify, turnAnchors } from '../store/identity.ts';
import type { EpisodeRecord } from '../store/records.ts';
import type { Timing } from '../timing/timed.ts';
import { countWords } from '../transcript/count-words.ts';
import { decode } from '../transcript/decode.ts';
import { parseCues, parseTimes, parseTranscript } from '../transcript/formats/index.ts';
import { spokenLanguage } from '../transcript/language.ts';
import { readable } from '../transcript/readable.ts';
import { TranscriptError, type TranscriptSpeaker } from '../transcript/transcript.ts';
import { UNDERSTANDING_VERSION, understand } from '../understanding/understand.ts';
import type { QuoteSpan } from '../understanding/understanding.ts';
import { headingsOf } from './chapter-headings.ts';
import { nameTranscript } from './name-speakers.ts';
import type { IngestOptions } from './options.ts';
import { soundbiteQuotes } from './soundbites.ts';
import { timeTranscript } from './time-transcript.ts';

/** Raised whenever the same source would give another record than before. */
const COMPOSE_VERSION = 7;
export const UNKNOWN_SHOW = 'Unknown show';

/** Bytes and where they came from: a path or a URL. */
export interface Source {
  location: string;
  bytes: Uint8Array;
}

/** A record, with what the file itself did and did not say. */
export interface Composed {
  record: EpisodeRecord;
  /** Null where neither the file nor the owner names the show. */
  show: string | null;
}

/**
 * The pipeline: read → parse → time → understand → a record to store. Pure: the same bytes and
 * options give the same record.
 * @throws TranscriptError where the file is no transcript, or the options do not fit it.
 */
export function compose(source: Source, options: IngestOptions, captions?: Source): Composed {
  const text = decode(source.bytes);
  const transcript = nameTranscript(parseTranscript(text), options);
  const given = options.language ?? transcript.language;
  const language = given ?? spokenLanguage(transcript.turns) ?? 'en';
  const timed = timeTranscript(transcript, {
    captions: captions ? { location: captions.location, cues: captionCues(captions) } : null,
    ownCues: captions ? [] : parseCues(transcript.format, text),
    chapters: options.chapters ?? [],
    durationMs: options.durationMs,
    language,
  });
  const warnings = [...transcript.warnings, ...timed.warnings];
  const spoken = timed.spans.map((span, i) => ({
    speaker: transcript.turns[i]?.speaker ?? null,
    text: transcript.turns[i]?.text ?? '',
    ...span,
  }));

  const show = options.show ?? transcript.show;
  const fallbackTitle = readable(path.basename(source.location))
    .replace(/\.[^.]+$/, '')
    .replace(/[-_]+/g, ' ');
  const title = options.title ?? transcript.title ?? fallbackTitle;
  if (!show)
    warnings.push({ line: 1, message: 'The file does not name its show; say it with --show.' });
  if (!options.title && !transcript.title) {
    warnings.push({
      line: 1,
      message: `No title in the file, so its name serves: “${title}”; say it with --title.`,
    });
  }
  if (!given && language !== 'en') {
    const name = new Intl.DisplayNames('en', { type: 'language' }).of(language);
    const message = `The file does not say its language; by its words it is ${name} (${language}), else say it with --language.`;
    warnings.push({ line: 1, message });
  }
  const slug = options.slug ?? slugify(title);
  const picked = soundbiteQuotes(options.soundbites ?? [], spoken, language);
  if (picked.unplaced > 0) {
    const [count, are] =
      picked.unplaced === 1 ? ['One soundbite', 'is'] : [`${picked.unplaced} soundbites`, 'are'];
    const message = `${count} of the feed ${are} left out: no known time tells which words those are.`;
    warnings.push({ line: 1, message });
  }
  const understanding = understand({
    turns: spoken,
    speakers: transcript.speakers,
    language,
    headings: options.chapters ? headingsOf(options.chapters, spoken) : transcript.headings,
  });
  const anchors = turnAnchors(spoken.map((turn) => turn.text));

  return {
    show,
    record: {
      slug,
      slugIsGiven: options.slug !== undefined,
      show: { slug: slugify(show ?? UNKNOWN_SHOW), title: show ?? UNKNOWN_SHOW },
      title,
      date: options.date ?? transcript.date,
      language,
      mediaUrl: options.media ?? null,
      mediaFile: options.mediaFile ?? null,
      mediaType: options.mediaType ?? null,
      noMedia: options.noMedia ?? false,
      durationMs: options.durationMs ?? spoken.at(-1)?.endMs ?? 0,
      timing: overallTiming(spoken.map((turn) => turn.timing)),
      publisherSummary: transcript.publisherSummary,
      source: source.location,
      format: transcript.format,
      sourceHash: sourceHash(source, options, captions),
      wordCount: spoken.reduce((sum, turn) => sum + countWords(turn.text), 0),
      warnings,
      speakers: transcript.speakers.map((speaker) => ({
        ...speaker,
        slug: personSlug(speaker, slug),
      })),
      turns: spoken.map((turn, i) => ({ ...turn, anchor: anchors[i] ?? '' })),
      understanding: {
        ...understanding,
        quotes: [
          ...picked.quotes,
          ...understanding.quotes.filter((own) =>
            picked.quotes.every((quote) => isApart(own, quote)),
          ),
        ],
      },
      understandingVersion: UNDERSTANDING_VERSION,
      writtenBy: null,
    },
  };
}

/** Whether two quotes share no word. */
const isApart = (one: QuoteSpan, other: QuoteSpan) =>
  one.turn !== other.turn || one.end <= other.start || one.start >= other.end;

/** “Speaker B” of two episodes are two people until somebody names them. */
function personSlug(speaker: TranscriptSpeaker, episodeSlug: string): string {
  return isUnnamed(speaker) ? slugify(`${speaker.name} ${episodeSlug}`) : slugify(speaker.name);
}

/** The weakest claim that holds for the whole: one estimated turn makes the episode's times estimates. */
function overallTiming(timings: readonly Timing[]): Timing {
  if (timings.includes('estimated')) return 'estimated';
  return timings.includes('aligned') ? 'aligned' : 'given';
}

function captionCues(captions: Source) {
  const cues = parseTimes(decode(captions.bytes));
  if (cues.length === 0) {
    throw new TranscriptError(
      `${captions.location} has no times; --captions takes SRT, WebVTT or JSON.`,
    );
  }
  return cues;
}

/** Equal hashes: the same bytes, options and pipeline, so the same record. Includes the location. */
export function sourceHash(source: Source, options: IngestOptions, captions?: Source): string {
  const hash = createHash('sha256').update(`${COMPOSE_VERSION}.${UNDERSTANDING_VERSION}\n`);
  hash
    .update(JSON.stringify([source.location, options]))
    .update('\n')
    .update(source.bytes);
  if (captions) hash.update('\ncaptions\n').update(captions.bytes);
  return hash.digest('hex');
}
