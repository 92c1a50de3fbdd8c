import { type Line, readEpisodeBlock } from './episode-block.ts';
import type { FrontMatter } from './front-matter.ts';
import { isTemplate } from './furniture.ts';
import { headingOf, plainTitle } from './topic-headings.ts';

/** With fewer words behind it the heading stands over something else. */
const LEAST_WORDS = 20;
const TITLE =
  /^(?:(?:the|a|full|complete|entire|episode|podcast|video|show|edited|raw|clean|rough|english|auto-?generated|automatic) ){0,4}(?:transcript|transcription|transkript|transkription|transcripción|transcripcion|transcrição|trascrizione|trascritto|transcriptie)(?: (?:\(.{1,40}\)|of .{1,60}|text|begins|starts))?:?$|^(?:[\p{sc=Han}]{0,4}(?:全文|逐字稿|文字稿|转录稿|轉錄稿)(?:（.{1,20}）)?|(?:全文)?(?:文字起こし|書き起こし|トランスクリプト)|스크립트|расшифровка|стенограмма|транскрипт)[:：]?$/iu;

/** Whether a heading only says that a transcript follows. */
export const isTranscriptTitle = (title: string): boolean =>
  title.length <= 100 &&
  TITLE.test(title.replace(/^[\p{Emoji_Presentation}\s*_~]+|[*_\s]+$/gu, ''));

/**
 * A page that has its transcript under a heading (“## Transcript”): what stands above tells of the
 * episode, or is a note, and is no speech; the first heading is the title. Others are given back unchanged.
 */
export function withoutPreface(front: FrontMatter): FrontMatter {
  const at = front.body.findIndex(({ text }) => isTranscriptLine(text));
  const heading = front.body[at];
  if (!heading) return front;
  const above = front.body.slice(0, at).filter(({ text }) => text !== '');
  const body = front.body.slice(at + 1);
  let words = 0;
  for (const { text } of body) {
    words += text === '' ? 0 : text.split(/\s+/u).length;
    if (words >= LEAST_WORDS) break;
  }
  if (words < LEAST_WORDS) return front;
  const headings = above.filter(({ text }) => headingOf(text) !== null);
  const block = readEpisodeBlock(
    above.filter((line) => !headings.includes(line)),
    false,
  );
  const [first] = headings;
  const title =
    front.title ??
    block.title ??
    (first ? plainTitle(headingOf(first.text)?.title ?? '') || null : null);
  const untold = (lines: readonly Line[]) => lines.map(({ line, text }) => ({ line, text }));
  return {
    ...front,
    title,
    show: front.show ?? block.show,
    date: front.date ?? block.date,
    language: front.language ?? block.language,
    summary: front.summary ?? block.summary,
    people: [...front.people, ...block.people],
    notes: [...front.notes, ...untold(headings), ...block.notes, ...untold([heading])].sort(
      (a, b) => a.line - b.line,
    ),
    body,
  };
}

/** As a Markdown heading, in bold, in the summary of a fold, or alone in capitals or with a colon. */
function isTranscriptLine(text: string): boolean {
  if (text === '' || text.length > 140) return false;
  const heading = headingOf(text);
  if (heading) return isTranscriptTitle(heading.title);
  const [, bold] = /^\*\*([^*]{1,100})\*\*:?$/.exec(text) ?? [];
  if (bold !== undefined) return isTranscriptTitle(bold);
  const [, folded] = /^(?:<details>\s*)?<summary>(.{1,100})<\/summary>$/i.exec(text) ?? [];
  if (folded !== undefined) return isTranscriptTitle(folded.replace(/<[^<>]*>/g, ''));
  return (
    !isTemplate(text) &&
    /^(?:[^a-z]*|.*[:：]|\p{Lu}\p{Ll}+)$/u.test(text) &&
    isTranscriptTitle(text)
  );
}
