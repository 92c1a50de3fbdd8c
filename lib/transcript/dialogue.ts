import { type Piece, readConversation } from './conversation.ts';
import { knownKey, type Line } from './episode-block.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import type { Person } from './people.ts';
import { type Choice, chooseHeads } from './speaker-choice.ts';
import { isSoundLine, readSpeech, type Writing } from './speech-marks.ts';
import { wholeTime } from './time-mark.ts';
import { type Transcript, TranscriptError } from './transcript.ts';

/** The lines of a text, trimmed, counted from 1. */
export function linesOf(text: string): Line[] {
  const lines = text.split('\n').map((line, i) => ({ line: i + 1, text: line.trim() }));
  const filled = lines.filter(({ text }) => text !== '');
  const isQuoted = ({ text }: Line) => text.startsWith('>') && !text.startsWith('>>');
  const talk = filled.slice(Math.max(0, filled.findIndex(isQuoted)));
  if (talk.filter(isQuoted).length <= talk.length * 0.8) return lines;
  // Below its head all of it is a Markdown quotation: nobody says the signs.
  return lines.map(({ line, text }) => ({ line, text: text.replace(/^>(?!>)\s*/, '') }));
}

/** To tell a format, so much of a text is enough (characters). */
const SAMPLE = 100_000;

/** The beginning of a text, whole lines, as long as detection needs it. */
export function sampleOf(text: string): string {
  if (text.length <= SAMPLE) return text;
  const end = text.lastIndexOf('\n', SAMPLE);
  return text.slice(0, end > 0 ? end : SAMPLE);
}

/** How a text's turns begin, for telling its format. */
export function surveyDialogue(text: string): Choice {
  const { body, people } = readFrontMatter(linesOf(sampleOf(text)));
  return chooseAmong(body, people);
}

/**
 * Reads a transcript whose turns begin with lines that name the speaker, in whatever of the usual ways.
 * @throws TranscriptError where no line names one, or no words follow.
 */
export const readDialogue = (format: string, text: string): Transcript =>
  readDialogueLines(format, readFrontMatter(linesOf(text)));

/** `writing` says how words are marked up; without it the lines themselves tell. */
export function readDialogueLines(
  format: string,
  front: FrontMatter,
  writing?: Writing,
): Transcript {
  const choice = chooseAmong(front.body, front.people);
  if (choice.heads.size === 0) throw new TranscriptError('No line names who speaks.');
  const pieces: Piece[] = [];
  /** Paragraphs of the publisher's own summary, and whether this is the place for them. */
  const summary: string[] = [];
  let opening = true;
  let summing = false;
  let closing = false;
  for (const [i, at] of front.body.entries()) {
    const { line, text } = at;
    if (text === '') continue;
    const head = choice.heads.get(at);
    const heading = headingOf(text);
    summing = !head && (heading ? opening && isSummaryTitle(heading.title) : summing);
    if (summing) {
      if (!heading) summary.push(readSpeech(text, 'markdown').text);
    } else if (head) {
      opening = false;
      closing = false;
      const { label, bracket, mark, rest } = head;
      pieces.push({ kind: 'turn', line, text: rest, label, bracket, mark, raw: text });
    } else if (heading) {
      closing = isListTitle(heading.title);
      pieces.push(
        closing
          ? { kind: 'note', line, text }
          : { kind: 'heading', line, text: heading.title, level: heading.level },
      );
    } else {
      const apart = (front.body[i - 1]?.text ?? '') === '';
      const aside = closing || isAside(text, apart);
      pieces.push({ kind: aside ? 'note' : 'speech', line, text });
    }
  }
  const about = { ...front, summary: front.summary ?? (summary.join('\n\n') || null) };
  return readConversation(format, pieces, about, {
    writing: writing ?? (isMarkdown(choice, pieces, front.keys.size > 0) ? 'markdown' : 'plain'),
    warnings: choice.warnings,
  });
}

/**
 * The heads among the lines of a body, given the people that a header lists. Keys such as "Hosts: …" above
 * the first turn are a header too, unless nothing else would be a head.
 */
export function chooseAmong(body: readonly Line[], people: readonly Person[]): Choice {
  const listed = people.map(({ name }) => name);
  const lines = body.filter(
    ({ text }) => text === '' || !(headingOf(text) || isReference(text) || isSoundLine(text)),
  );
  const first = lines.findIndex(({ text }) => text !== '' && knownKey(text) === null);
  const choice = chooseHeads(lines.slice(Math.max(0, first)), listed);
  return first > 0 && choice.heads.size === 0 ? chooseHeads(lines, listed) : choice;
}

/** A topic heading: Markdown's, or "== Topic ==" as Earmark's own text download has it. */
export function headingOf(text: string): { title: string; level: number } | null {
  if (text.length > 300) return null;
  if (text.startsWith('#')) {
    const level = /^#{1,6}(?=\s)/.exec(text)?.[0].length ?? 0;
    const title =
      level > 0
        ? text
            .slice(level)
            .replace(/\s#{1,6}$/, '')
            .trim()
        : '';
    return title === '' ? null : { title, level };
  }
  const framed = text.startsWith('== ') && text.endsWith(' ==') && text.length > 6;
  return framed ? { title: text.slice(3, -3).trim(), level: 2 } : null;
}

/** A heading under which links stand, and no speech. */
const isListTitle = (title: string) =>
  /^(?:(?:show ?)?notes|links?|(?:further )?resources|references|footnotes|show ?notes)(?: (?:and|&) \w+)?:?$/i.test(
    title,
  );

/** A heading above the first turn under which stands what the episode is about, in nobody's words. */
const isSummaryTitle = (title: string) =>
  /^(?:the |publisher[’']s |episode |show )?(?:summary|description|abstract):?$/i.test(title);

const ADDRESS_ENDS = /(?:^|[\s(<])(?:https?:\/\/|www\.)[^\s<>]+$/i;

/** A line that nobody says; `apart` where it opens a paragraph. */
export const isAside = (text: string, apart: boolean): boolean =>
  isSoundLine(text) || (apart && isReference(text)) || isFurniture(text);

/** An address alone, or a title with its address after a colon: it points to something nobody reads out. */
function isReference(text: string): boolean {
  const bare = text.replace(/[)>.]{0,2}$/, '');
  if (!ADDRESS_ENDS.test(bare.slice(-2_000)))
    return /^(?:[-*+]\s+)?\[[^[\]]{1,200}\]\([^()\s]{1,2000}\)$/.test(text.slice(0, 2_300));
  const words = bare.slice(0, Math.max(bare.lastIndexOf(' '), 0)).trim();
  return (
    words === '' ||
    /^[-*+]$/.test(words) ||
    (words.endsWith(':') && words.split(/\s+/u).length <= 30)
  );
}

/** What tools and editors leave between the words. */
const isFurniture = (text: string) =>
  /^(?:[-*_=~•](?:\s?[-*_=~•]){2,60})$/.test(text.slice(0, 130)) ||
  wholeTime(text) !== null ||
  /^\W{0,3}(?:meeting ended after|this editable transcript was computer generated|transcribed by|transcript (?:by|provided by|created (?:by|with))|transcription (?:by|provided by)) /i.test(
    text.slice(0, 60),
  );

const isMarkdown = ({ heads }: Choice, pieces: readonly Piece[], fronted: boolean) =>
  fronted ||
  pieces.some(({ kind }) => kind === 'heading') ||
  [...heads.values()].some(({ bold }) => bold);
