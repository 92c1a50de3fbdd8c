import { addressOf, addressUrl } from '../anchors/address.ts';
import { isUnspaced } from '../search/normalise.ts';
import { passageStartMs } from '../search/passages.ts';
import type { ExchangeView, ShowRef, TurnView } from '../store/views.ts';
import type { Timing } from '../timing/timed.ts';
import { attributionHolds } from './attribution.ts';
import type { Moment, Person, SaidSpan } from './check-quote.ts';
import { type ContextTurn, contextOf } from './context.ts';
import type { Segment } from './diff.ts';
import type { Verdict } from './judge.ts';
import { type Touched, touched } from './meaning.ts';
import type { Pasted } from './pasted.ts';

/** A stretch of the two texts, and where several people speak the name of the one who begins here. */
export interface DiffView extends Pick<Segment, 'kind' | 'published' | 'said'> {
  by?: string;
}

/** A moment as pages and the API show it. */
export interface MomentView {
  verdict: Verdict;
  /** 0 to 1. */
  score: number;
  episode: { slug: string; title: string };
  show: ShowRef;
  date: string | null;
  /** Who said most of it; null where nobody knows. */
  speaker: Person | null;
  /** All who said some of it, in order. */
  speakers: Person[];
  turnId: string;
  startMs: number;
  timing: Timing;
  /** The words as they were said; “[…]” where the quote itself left some out. */
  said: string;
  /** The words and their source in one line. */
  citation: string;
  diff: DiffView[];
  counts: WordCount;
  touched: Touched;
  /** Whether the quote names the right person; null where that cannot be told. */
  attributionHolds: boolean | null;
  /** The turns before, of and after it; long ones cut around it. */
  context: ContextTurn[];
  /** Opens the reader on the very words. */
  url: string;
}

/** Words: of the quote as they were said, changed, put in, and left out. */
export interface WordCount {
  published: number;
  same: number;
  changed: number;
  added: number;
  missing: number;
  elided: number;
}

/** A check as pages and the API show it. */
export interface CheckAnswer {
  /** What was pasted. */
  text: string;
  /** The words that were looked for, and whom the quote names. */
  quote: string;
  attribution: string | null;
  verdict: Verdict;
  score: number;
  match: MomentView | null;
  others: MomentView[];
}

/** A quote does not end with a sign that promises more. */
const OPEN_END = /[,;:，、；：]+$/u;

/** `exchange` holds at least the turns of the moment. */
export function toMomentView(moment: Moment, pasted: Pasted, exchange: ExchangeView): MomentView {
  const turnAt = (position: number) => exchange.turns[position - exchange.first];
  const personOf = (turn: TurnView | undefined): Person | null => {
    const speaker = turn?.speaker == null ? undefined : exchange.speakers[turn.speaker];
    return speaker ? { slug: speaker.slug, name: speaker.name } : null;
  };
  const span = moment.spans.find(({ position }) => position === moment.turn) ?? moment.spans[0];
  const turn = turnAt(span?.position ?? moment.turn);
  const people = moment.spans.flatMap(({ position }) => personOf(turnAt(position)) ?? []);
  const speakers = people.filter(
    (person, i) => people.findIndex(({ slug }) => slug === person.slug) === i,
  );
  const { episode } = exchange;
  const said = saidText(moment.segments);
  const names = speakers.map(({ name }) => name);
  // A quote may name them as a transcript does.
  const otherSpellings = exchange.speakers.flatMap(({ slug, spellings = [] }) =>
    speakers.some((person) => person.slug === slug) ? spellings : [],
  );
  const nameAt = (position: number) => personOf(turnAt(position))?.name ?? UNKNOWN;
  return {
    verdict: moment.verdict,
    score: Math.round(moment.score * 1000) / 1000,
    episode: { slug: episode.slug, title: episode.title },
    show: episode.show,
    date: episode.date,
    speaker: personOf(turn),
    speakers,
    turnId: turn?.anchor ?? '',
    startMs: turn && span ? passageStartMs(turn, span.start) : 0,
    timing: turn?.timing ?? episode.timing,
    said,
    citation: `${speakers.length > 1 ? dialogue(moment.segments, nameAt) : `“${said}” — ${names[0] ?? UNKNOWN},`} ${episode.title} (${episode.show.title})`,
    diff: moment.segments.map(({ kind, published, said: words, turn: at }, i) => ({
      kind,
      published,
      said: words,
      ...(speakers.length > 1 && at !== moment.segments[i - 1]?.turn && { by: nameAt(at) }),
    })),
    counts: countWords(moment.segments),
    touched: touched(moment.segments),
    attributionHolds: attributionHolds(
      pasted.attribution,
      [...names, ...otherSpellings],
      [episode.title, episode.show.title],
    ),
    context: contextOf(exchange, moment.spans, personOf),
    url: urlOf(exchange, moment.spans),
  };
}

const UNKNOWN = 'Unknown speaker';

const saidText = (segments: readonly Segment[]) =>
  joinTexts(segments.map(correctedText)).replace(OPEN_END, '');

/** Who said what of it, turn by turn: A: “…” B: “…” — */
function dialogue(segments: readonly Segment[], nameAt: (position: number) => string): string {
  const turns = [...new Set(segments.map(({ turn }) => turn))];
  const parts = turns.flatMap((turn) => {
    const said = saidText(segments.filter((segment) => segment.turn === turn));
    return said === '' || said === '[…]' ? [] : [`${nameAt(turn)}: “${said}”`];
  });
  return `${parts.join(' ')} —`;
}

const correctedText = ({ kind, said }: Segment) => (kind === 'elided' ? '[…]' : said);

/** Stretches of text in a row, with a space between them where their script has spaces. */
export function joinTexts(parts: readonly string[]): string {
  return parts
    .filter(Boolean)
    .reduce((whole, part) => `${whole}${whole && spaceBetween(whole, part)}${part}`, '');
}

export const spaceBetween = (before: string, after: string): string =>
  isUnspaced(before.slice(-1)) && isUnspaced(after.slice(0, 1)) ? '' : ' ';

function countWords(segments: readonly Segment[]): WordCount {
  const sum = (kind: Segment['kind'], of: 'publishedWords' | 'saidWords') =>
    segments.reduce((total, segment) => total + (segment.kind === kind ? segment[of] : 0), 0);
  return {
    published: segments.reduce((total, { publishedWords }) => total + publishedWords, 0),
    same: sum('same', 'publishedWords'),
    changed: sum('changed', 'publishedWords'),
    added: sum('added', 'publishedWords'),
    missing: sum('missing', 'saidWords'),
    elided: sum('elided', 'saidWords'),
  };
}

/** The reader, opened on all of the words that were found. */
function urlOf({ episode, turns, first }: ExchangeView, spans: readonly SaidSpan[]): string {
  const [begin, end] = [spans[0], spans.at(-1)];
  const address =
    begin &&
    end &&
    addressOf(turns, {
      firstTurn: begin.position - first,
      start: begin.start,
      lastTurn: end.position - first,
      end: end.end,
    });
  return address ? addressUrl(episode.slug, address) : `/episodes/${episode.slug}`;
}
