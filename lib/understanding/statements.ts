import { type Span, sentences } from './sentences.ts';
import type { Conversation, TopicSection } from './understanding.ts';
import { type TermOf, type Word, words } from './words.ts';

/** One sentence with its place in the conversation, read once and judged by many. */
export interface Statement {
  turn: number;
  /** Index of the section it stands in. */
  section: number;
  /** Index of the speaker, or null. */
  speaker: number | null;
  /** Characters of the turn's text, end exclusive. */
  start: number;
  end: number;
  text: string;
  /** Words with places relative to the turn's text. */
  words: Word[];
  /** Content terms, in order. */
  terms: string[];
  /** First sentence of its turn. */
  opensTurn: boolean;
  /** The turn before it, by somebody else, ends in a question. */
  answers: boolean;
}

/** Reads every sentence of a conversation that is divided into sections. Linear in the text. */
export function readStatements(
  conversation: Conversation,
  sections: readonly Pick<TopicSection, 'firstTurn' | 'lastTurn'>[],
  termOf: TermOf,
): Statement[] {
  const { turns, language } = conversation;
  const found: Statement[] = [];
  sections.forEach((section, index) => {
    for (let turn = section.firstTurn; turn <= section.lastTurn; turn++) {
      const { text, speaker } = turns[turn] ?? { text: '', speaker: null };
      const previous = turns[turn - 1];
      const answers =
        previous !== undefined &&
        previous.speaker !== speaker &&
        /[?？]["'”’)]?\s*$/u.test(previous.text);
      const spans = sentences(text, language);
      const wordsOfTurn = words(text);
      let next = 0;
      spans.forEach((span: Span, i) => {
        const inside: Word[] = [];
        for (let w = wordsOfTurn[next]; w && w.start < span.end; w = wordsOfTurn[++next]) {
          inside.push(w);
        }
        found.push({
          turn,
          section: index,
          speaker,
          start: span.start,
          end: span.end,
          text: text.slice(span.start, span.end),
          words: inside,
          terms: inside.flatMap((w) => termOf(w.key) ?? []),
          opensTurn: i === 0,
          answers: answers && i < 3,
        });
      });
    }
  });
  return found;
}
