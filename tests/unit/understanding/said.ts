import { readStatements, type Statement } from '@/lib/understanding/statements';
import { termReader } from '@/lib/understanding/words';

/** Statements of the given sections, each a list of turns, in a language. */
export function saidIn(sections: readonly (readonly string[])[], language = 'en'): Statement[] {
  let next = 0;
  const spans = sections.map((turns) => {
    const firstTurn = next;
    next += turns.length;
    return { firstTurn, lastTurn: next - 1 };
  });
  const turns = sections.flat().map((text, i) => ({
    text,
    speaker: i % 2,
    startMs: i,
    endMs: i + 1,
    timing: 'given' as const,
  }));
  const speakers = ['Ann', 'Bo'].map((name) => ({ name, role: null }));
  return readStatements({ language, speakers, turns }, spans, termReader(language));
}

/** Statements of one section. */
export const said = (turns: readonly string[]): Statement[] => saidIn([turns]);
