import type { ReadPieces } from './piece-transcript.ts';
import { labelOf, type SpokenPiece, unified } from './spoken-piece.ts';
import { type TtmlRates, ttmlRates, ttmlTime } from './ttml-time.ts';
import { walkXml, type XmlElement } from './xml-walk.ts';

/** An interval in milliseconds, each end as far as it is known. */
interface Interval {
  startMs: number | null;
  endMs: number | null;
}

/** An open element: the time and speaker that hold within it. */
interface Scope {
  name: string;
  /** Of the paragraph, or of what stands around it. */
  outer: Interval;
  /** Of a span within a paragraph, as its own attributes have it. */
  own: Interval | null;
  agent: string | null;
}

interface Run {
  text: string;
  scope: Scope;
  attached: boolean;
  line: number;
}

/** Elements whose text nobody speaks. */
const SILENT = new Set([
  'metadata',
  'title',
  'desc',
  'copyright',
  'agent',
  'head',
  'styling',
  'layout',
]);

/** What a TTML document says, when, and by whom. */
export function readTtml(text: string): ReadPieces {
  const scopes: Scope[] = [];
  const runs: Run[] = [];
  const names = new Map<string, string>();
  const particulars: { title: string; language: string | null } = { title: '', language: null };
  let rates: TtmlRates = ttmlRates(new Map());
  let agent = '';
  /** Nothing stands between the last run and the text to come. */
  let adjoins = false;

  walkXml(text, {
    open(element) {
      const { name, attributes, line: _ } = element;
      const around = scopes.at(-1);
      if (name === 'tt') {
        rates = ttmlRates(attributes);
        particulars.language = attributes.get('lang') || null;
      }
      if (name === 'agent') agent = attributes.get('id') ?? '';
      if (name === 'br' || name === 'p') adjoins = false;
      scopes.push(scopeOf(element, around, rates, within(scopes, 'p')));
    },
    text(words, line) {
      const scope = scopes.at(-1);
      if (!scope) return;
      if (scope.name === 'name' && agent) names.set(agent, `${names.get(agent) ?? ''}${words}`);
      if (scope.name === 'title' && within(scopes, 'head')) particulars.title += words;
      if (!within(scopes, 'p') || scopes.some(({ name }) => SILENT.has(name))) return;
      const last = runs.at(-1);
      const joins = adjoins && !/^\s/u.test(words);
      adjoins = !/\s$/u.test(words);
      if (words.trim() === '') return;
      // Spans that only change the colour of a few words do not part them.
      if (last && last.scope.own === scope.own && last.scope.outer === scope.outer) {
        if (last.scope.agent === scope.agent) {
          last.text += joins ? words : ` ${words}`;
          return;
        }
      }
      runs.push({ text: words, scope, attached: joins, line: line - lineEnds(words) });
    },
    close(name) {
      scopes.pop();
      if (name === 'agent') agent = '';
      if (name === 'p') adjoins = false;
    },
  });
  return { pieces: piecesOf(runs, names), ...particulars };
}

const within = (scopes: readonly Scope[], name: string) =>
  scopes.some((scope) => scope.name === name);
const lineEnds = (text: string) => text.split('\n').length - 1;

function scopeOf(
  { name, attributes }: XmlElement,
  around: Scope | undefined,
  rates: TtmlRates,
  inParagraph: boolean,
): Scope {
  const [begin, end, lasting] = ['begin', 'end', 'dur'].map((key) =>
    ttmlTime(attributes.get(key), rates),
  );
  const timed = begin !== null || end !== null || lasting !== null;
  const startMs = begin ?? null;
  const endMs =
    end ?? (lasting === null || lasting === undefined ? null : (startMs ?? 0) + lasting);
  const outer = around?.outer ?? { startMs: null, endMs: null };
  const agent = attributes.get('agent')?.trim().split(/\s+/u)[0] || (around?.agent ?? null);
  if (inParagraph) {
    return { name, outer, own: timed ? { startMs, endMs } : (around?.own ?? null), agent };
  }
  if (!timed) return { name, outer, own: null, agent };
  return { name, outer: shifted({ startMs, endMs }, outer), own: null, agent };
}

/** A child's times count from its parent's beginning (https://www.w3.org/TR/ttml2/#timing-time-containers). */
const shifted = ({ startMs, endMs }: Interval, by: Interval): Interval => ({
  startMs: startMs === null ? by.startMs : startMs + (by.startMs ?? 0),
  endMs: endMs === null ? by.endMs : endMs + (by.startMs ?? 0),
});

/**
 * Runs of text as pieces. By the standard a span's times count from its paragraph's beginning; many tools
 * count from the recording's. Where one span of a file can only be meant so, all of them are.
 */
function piecesOf(runs: readonly Run[], names: ReadonlyMap<string, string>): SpokenPiece[] {
  const absolute = runs.some(({ scope: { outer, own } }) => {
    if (!own || own.startMs === null || outer.startMs === null || outer.endMs === null)
      return false;
    const relative = outer.startMs + own.startMs;
    return relative >= outer.endMs && own.startMs >= outer.startMs && own.startMs < outer.endMs;
  });
  return runs.map(({ text, scope: { outer, own, agent }, attached, line }) => {
    const { startMs, endMs } = own ? (absolute ? own : shifted(own, outer)) : outer;
    const speaker = labelOf(agent === null ? null : unified(names.get(agent) ?? '') || agent);
    return {
      text,
      startMs: startMs ?? outer.startMs,
      endMs: endMs ?? outer.endMs,
      speaker,
      attached,
      line,
    };
  });
}
