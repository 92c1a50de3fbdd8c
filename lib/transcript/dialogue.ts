import { type Piece, readConversation } from './conversation.ts';
import type { Line } from './episode-block.ts';
import { type FrontMatter, readFrontMatter } from './front-matter.ts';
import { isReference } from './furniture.ts';
import { headerEnd } from './header-lines.ts';
import { lineKinds } from './line-kinds.ts';
import type { Person } from './people.ts';
import { isArticle, isCode, isList, notSpeech } from './prose-shape.ts';
import { type Choice, chooseHeads } from './speaker-choice.ts';
import { isSoundLine, readSpeech, type Writing } from './speech-marks.ts';
import { linesOf, sampleOf } from './text-lines.ts';
import { headingOf } from './topic-headings.ts';
import { type Transcript, TranscriptError } from './transcript.ts';

/** Among an article's lines so many must open with a name before they are believed to be a talk. */
const ARTICLE_SHARE = 0.3;

/** How a text's turns begin, for telling its format; none do in what was written to be read. */
export function surveyDialogue(text: string): Choice {
  const { body, people, keys } = readFrontMatter(linesOf(sampleOf(text)));
  const none = {
    heads: new Map(),
    warnings: [],
    inline: 0,
    alone: 0,
    labels: 0,
    filled: 1,
    opens: false,
  };
  if (isCode(body) || notSpeech(body)) return none;
  const choice = chooseAmong(body, people);
  const few = choice.heads.size < choice.filled * ARTICLE_SHARE;
  if (few && isArticle(keys, body)) return none;
  return isList(body, (at) => choice.heads.has(at)) ? none : choice;
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
  const summary: string[] = [];
  const kinds = lineKinds(front.body, (at) => choice.heads.has(at));
  for (const [i, at] of front.body.entries()) {
    const { line, text } = at;
    const head = choice.heads.get(at);
    const kind = kinds[i] ?? { kind: 'blank' };
    if (kind.kind === 'summary') summary.push(readSpeech(text, 'markdown').text);
    else if (head && kind.kind !== 'note') {
      const { label, bracket, mark, rest } = head;
      pieces.push({ kind: 'turn', line, text: rest, label, bracket, mark, raw: text });
    } else if (kind.kind === 'heading') {
      pieces.push({ kind: 'heading', line, text: kind.title, level: kind.level });
    } else if (kind.kind === 'speech' && text.startsWith('>>')) {
      const nobody = { label: null, bracket: null, mark: null };
      pieces.push({ kind: 'turn', line, text: text.replace(/^>>+\s*/, ''), raw: text, ...nobody });
    } else if (kind.kind !== 'blank') pieces.push({ kind: kind.kind, line, text });
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
  const first = headerEnd(lines);
  const choice = chooseHeads(lines.slice(first), listed);
  return first > 0 && choice.heads.size === 0 ? chooseHeads(lines, listed) : choice;
}

const isMarkdown = ({ heads }: Choice, pieces: readonly Piece[], fronted: boolean) =>
  fronted ||
  pieces.some(({ kind }) => kind === 'heading') ||
  [...heads.values()].some(({ bold }) => bold);
