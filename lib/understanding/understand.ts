import { findQuotes } from './quotes.ts';
import { earmark } from './segmentation/earmark.ts';
import { readStatements } from './statements.ts';
import { summarize } from './summary.ts';
import { titleSections } from './titles.ts';
import type { Conversation, TopicSection, Understanding } from './understanding.ts';
import { termReader } from './words.ts';

/** Changes with the methods, so that stored results tell which one made them. */
export const UNDERSTANDING_VERSION = 1;

/**
 * Reads a conversation: sections with titles that cover every turn in order, a summary whose points
 * name their turns, and verbatim quotes. The same conversation always gives the same answer; about
 * linear in the text.
 */
export function understand(conversation: Conversation): Understanding {
  const { turns, language } = conversation;
  if (turns.length === 0) return { sections: [], summary: [], quotes: [] };
  const starts = [0, ...earmark(conversation)];
  const spans = starts.map((firstTurn, i) => ({
    firstTurn,
    lastTurn: (starts[i + 1] ?? turns.length) - 1,
  }));
  const termOf = termReader(language);
  const statements = readStatements(conversation, spans, termOf);
  const titles = titleSections(statements, spans.length, termOf);
  const sections: TopicSection[] = spans.map((span, i) => ({
    title: titles[i] ?? '',
    ...span,
    startMs: turns[span.firstTurn]?.startMs ?? 0,
    endMs: turns[span.lastTurn]?.endMs ?? 0,
  }));
  return {
    sections,
    summary: summarize(statements, sections),
    quotes: findQuotes(conversation, statements),
  };
}
