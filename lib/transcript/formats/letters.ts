import { isPointer, type Line, readEpisodeBlock } from '../episode-block.ts';
import { nameSpeakers } from '../naming.ts';
import { knownKey } from '../particulars.ts';
import { TranscriptError, type TranscriptFormat, type Warning } from '../transcript.ts';

const LABEL = /^\p{Lu}$/u;
/** From this share of label lines on the text is surely this format; every turn has one. */
const SURE_SHARE = 0.2;

interface LetterTurn {
  label: string;
  line: number;
  /** Never empty. */
  speech: readonly Line[];
}

/**
 * Speakers as single capital letters alone on a line, each followed by what was said; the episode's
 * particulars in a plain block after the last turn (or before the first).
 */
export const letters: TranscriptFormat = {
  name: 'letters',
  description: 'speaker letters (A, B, …) alone on a line, each followed by what was said',

  detect(text) {
    const lines = filled(text);
    const labels = lines.filter(({ text }) => LABEL.test(text)).length;
    if (labels === 0 || labels === lines.length) return 0;
    const share = labels / lines.length;
    return share >= SURE_SHARE ? 0.9 : labels >= 3 ? 0.4 : 0;
  },

  parse(text) {
    const lines = filled(text);
    const warnings: Warning[] = [];
    const first = lines.findIndex(({ text }) => LABEL.test(text));
    if (first < 0) throw new TranscriptError('No speaker letter stands alone on a line.');
    const { turns, closing } = readTurns(lines.slice(first), warnings);
    if (turns.length === 0) {
      throw new TranscriptError(
        'There are speaker letters, but no words after them.',
        lines[first]?.line,
      );
    }
    const opening = readEpisodeBlock(lines.slice(0, first), false);
    const block = readEpisodeBlock(closing, true);
    const labels = [...new Set(turns.map(({ label }) => label))];
    const firstLines = labels.map((label) => turns.find((turn) => turn.label === label)?.line ?? 1);
    const people = [...opening.people, ...block.people];
    const named = nameSpeakers(labels, firstLines, people);
    warnings.push(...opening.warnings, ...block.warnings, ...named.warnings);
    return {
      format: this.name,
      show: opening.show ?? block.show,
      title: opening.title ?? block.title,
      date: opening.date ?? block.date,
      language: opening.language ?? block.language,
      publisherSummary: opening.summary ?? block.summary,
      speakers: named.speakers,
      ...(people.length > 0 && { people: people.map(({ name, role }) => ({ name, role })) }),
      turns: turns.map(({ label, speech, line }) => ({
        speaker: labels.indexOf(label),
        text: speech.map(({ text }) => text).join(' '),
        startMs: null,
        endMs: null,
        line,
      })),
      headings: [],
      notes: [...opening.notes, ...block.notes],
      warnings: warnings.sort((a, b) => a.line - b.line),
    };
  },
};

const filled = (text: string): Line[] =>
  text
    .split('\n')
    .map((line, i) => ({ line: i + 1, text: line.trim() }))
    .filter(({ text }) => text !== '');

/** `lines` begins with a label. */
function readTurns(lines: readonly Line[], warnings: Warning[]) {
  const turns: LetterTurn[] = [];
  let i = 0;
  while (i < lines.length) {
    let end = i;
    while (LABEL.test(lines[end]?.text ?? '')) end++;
    const run = lines.slice(i, end);
    i = end;
    while (i < lines.length && !LABEL.test(lines[i]?.text ?? '')) i++;
    readRun(run, lines.slice(end, i), turns, warnings);
  }
  return { turns, closing: takeClosing(turns, warnings) };
}

/**
 * Letters in a row: one of them may be what somebody said ("I", "A"), for words follow every label.
 * Where they do not come out even, the first has no words.
 */
function readRun(
  run: readonly Line[],
  speech: readonly Line[],
  turns: LetterTurn[],
  warnings: Warning[],
) {
  const last = speech.length > 0 ? run.at(-1) : undefined;
  const rest = last ? run.slice(0, -1) : run;
  const empty = rest.length % 2 === 1 ? (last ? rest[0] : rest.at(-1)) : undefined;
  if (empty) {
    warnings.push({
      line: empty.line,
      message: `The letter ${empty.text} has no words after it, so it is no turn.`,
    });
  }
  const pairs = rest.filter((line) => line !== empty);
  for (let i = 0; i + 1 < pairs.length; i += 2) {
    const [label, said] = [pairs[i], pairs[i + 1]];
    if (label && said) turns.push({ label: label.text, line: label.line, speech: [said] });
  }
  if (last) turns.push({ label: last.text, line: last.line, speech });
}

/**
 * Cuts the closing block off the last turn: it begins at the first known key after the turn's own
 * first line. Where all other turns are one line each, and a key or a pointer stands among the lines
 * after the last, all of them are the block.
 */
function takeClosing(turns: LetterTurn[], warnings: Warning[]): readonly Line[] {
  const last = turns.at(-1);
  const after = last?.speech.slice(1) ?? [];
  if (!last || after.length === 0) return [];
  const oneLiners =
    turns.length > 2 && turns.slice(0, -1).every(({ speech }) => speech.length === 1);
  const known = after.findIndex(({ text }) => knownKey(text) !== null);
  const begins = oneLiners && (known >= 0 || after.some(({ text }) => isPointer(text))) ? 0 : known;
  if (begins < 0) {
    if (oneLiners) {
      const message =
        'The lines from here on are taken as speech, for nothing says that they are not.';
      warnings.push({ line: after[0]?.line ?? last.line, message });
    }
    return [];
  }
  last.speech = last.speech.slice(0, begins + 1);
  return after.slice(begins);
}
