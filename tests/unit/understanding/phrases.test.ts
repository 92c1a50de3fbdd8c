import { describe, expect, it } from 'vitest';
import { phrasesOf } from '@/lib/understanding/phrases';
import { kindReader } from '@/lib/understanding/titles/word-kinds';
import { termReader } from '@/lib/understanding/words';
import { said } from './said';

/** The phrases of the first of the sentences. */
function phrases(...sentences: string[]): string[] {
  const termOf = termReader('en');
  const statements = said(sentences);
  const [first] = statements;
  if (!first) return [];
  return phrasesOf(first, kindReader(statements, termOf)(first), termOf).map(({ text }) => text);
}

describe('the phrases of a sentence', () => {
  it('are nouns with what describes them', () => {
    const found = phrases('We finally shipped the generative world model.');
    expect(found).toContain('generative world model');
    expect(found).toContain('world model');
    expect(found).not.toContain('generative');
    expect(found).not.toContain('shipped');
  });

  it('may be joined by a preposition as they stand', () => {
    expect(phrases('He explained the state of Bitcoin mining.')).toContain(
      'state of Bitcoin mining',
    );
    expect(phrases('The security of the network is weak.')).toContain('security of the network');
  });

  it('may begin with what is done', () => {
    expect(phrases('They spoke of training world models.')).toContain('training world models');
    expect(phrases('Running a full node takes space.')).toContain('Running a full node');
  });

  it('tell nouns from verbs by their neighbours', () => {
    expect(phrases('You test the code.')).not.toContain('test');
    expect(phrases('You wrote a test for it.')).toContain('test');
    expect(phrases('The fee market is new.')).toContain('fee market');
  });

  it('end in no adjective, filler, address or possessive', () => {
    const found = phrases(
      'Yeah, the budget is small, see https://example.org/budget-plan, Anna’s.',
    );
    expect(found).toContain('budget');
    for (const part of ['small', 'example.org', 'Anna’s', 'Yeah', 'https'])
      expect(found.join(' ')).not.toContain(part);
  });

  it('keep numbers that belong to a name, and no others', () => {
    expect(phrases('They released Genie 3 and twelve 40 papers.')).toContain('Genie 3');
    expect(phrases('They released 40 papers.')).not.toContain('40 papers');
  });

  it('do not cross a comma', () => {
    expect(phrases('The oven, bread and butter.')).not.toContain('oven bread');
  });
});
