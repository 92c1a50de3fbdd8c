import { findClaims } from './claims.ts';
import { outline } from './outline.ts';
import { findQuotes } from './quotes.ts';
import { readStatements } from './statements.ts';
import { summarize } from './summary.ts';
import { findThings } from './things/find-things.ts';
import { titleOutline } from './title-outline.ts';
import type { Conversation, TopicSection, Understanding } from './understanding.ts';
import { termReader } from './words.ts';

/** Changes with the methods, so that stored results tell which one made them. */
export const UNDERSTANDING_VERSION = 3;

/**
 * Reads a conversation: sections with titles that cover every turn in order, summaries whose points
 * name their turns, verbatim quotes, and the people and things it is about. The same conversation
 * always gives the same answer; about linear in the text.
 */
export function understand(conversation: Conversation): Understanding {
  const { turns, speakers, language } = conversation;
  const sections = outline(conversation);
  const termOf = termReader(language);
  const statements = readStatements(conversation, sections, termOf);
  const titles = titleOutline(
    statements,
    sections,
    termOf,
    speakers.map(({ name }) => name),
  );
  const summaries = summarize(statements, sections.length);
  const { quotes, spare } = findQuotes(conversation, statements);
  const times = ({ firstTurn, lastTurn }: { firstTurn: number; lastTurn: number }) => ({
    firstTurn,
    lastTurn,
    startMs: turns[firstTurn]?.startMs ?? 0,
    endMs: turns[lastTurn]?.endMs ?? 0,
  });
  return {
    sections: sections.map((section, i): TopicSection => {
      const { title, why, topics } = titles[i] ?? { title: `Part ${i + 1}`, why: '', topics: [] };
      return {
        title,
        heading: section.heading,
        ...times(section),
        topics: section.topics.map((topic, t) => ({ title: topics[t] ?? '', ...times(topic) })),
        summary: summaries.sections[i] ?? [],
        why: { boundary: section.why, title: why },
      };
    }),
    summary: summaries.episode,
    quotes,
    spareQuotes: spare,
    things: findThings(conversation),
    claims: findClaims(statements),
  };
}
