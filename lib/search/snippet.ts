import { closestMatches } from './closest-matches.ts';
import type { Span } from './match.ts';

/** About three lines. */
const SNIPPET_CHARACTERS = 240;

/**
 * The part of a text that shows most of the matched words close together, as HTML: the text escaped,
 * the matches in `<mark>`, "…" where something is left out. The only place where text becomes markup.
 */
export function snippetHtml(text: string, matches: readonly Span[]): string {
  const { start, end } = windowAround(text, matches);
  let html = start > 0 ? '…' : '';
  let at = start;
  for (const match of matches) {
    if (match.end <= start || match.start >= end) continue;
    const from = Math.max(match.start, start);
    const to = Math.min(match.end, end);
    html += `${escapeHtml(text.slice(at, from))}<mark>${escapeHtml(text.slice(from, to))}</mark>`;
    at = to;
  }
  return `${html}${escapeHtml(text.slice(at, end))}${end < text.length ? '…' : ''}`;
}

/** Whole words around where the matches stand closest. */
function windowAround(text: string, matches: readonly Span[]): Span {
  if (text.length <= SNIPPET_CHARACTERS * 1.25) return { start: 0, end: text.length };
  const best = closestMatches(text, matches)?.start ?? 0;
  const from = Math.max(
    0,
    Math.min(best - SNIPPET_CHARACTERS * 0.25, text.length - SNIPPET_CHARACTERS),
  );
  return {
    start: from === 0 ? 0 : afterSpace(text, Math.round(from)),
    end: beforeSpace(text, Math.round(from) + SNIPPET_CHARACTERS),
  };
}

/** Scripts without spaces are cut where it falls. */
const NEAR = 24;

function afterSpace(text: string, at: number): number {
  const space = text.slice(at, at + NEAR).search(/\s/u);
  return space < 0 ? whole(text, at) : at + space + 1;
}

function beforeSpace(text: string, at: number): number {
  if (at >= text.length) return text.length;
  const space = text.slice(at - NEAR, at).search(/\s\S*$/u);
  return space < 0 ? whole(text, at) : at - NEAR + space;
}

/** Never between the halves of a surrogate pair. */
const whole = (text: string, at: number) => (/[\udc00-\udfff]/.test(text[at] ?? '') ? at - 1 : at);

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);
