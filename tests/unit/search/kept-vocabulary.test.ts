import Database from 'libsql';
import { afterEach, describe, expect, it } from 'vitest';
import { vocabularyKeeper } from '@/lib/search/engines/sqlite/kept-vocabulary';

const db = new Database(':memory:');
db.exec(`CREATE VIRTUAL TABLE fts USING fts5 (norm, tags);
  CREATE VIRTUAL TABLE vocabulary USING fts5vocab (fts, 'col')`);
const say = (norm: string) =>
  db.prepare('INSERT INTO fts (norm, tags) VALUES (?, ?)').run(norm, 'any');

/** Words that a large library might have. */
const many = Array.from({ length: 10_000 }, (_, i) => `word${i}`).join(' ');

afterEach(() => {
  db.exec('DELETE FROM fts');
});

describe('the vocabulary that is kept', () => {
  it('has the words of what is said, not those of the filters', () => {
    say('a distillation and "a" distillation');
    const words = vocabularyKeeper()(db, '1');
    expect(words.passagesWith('distillation')).toBe(1);
    expect(words.passagesWith('any')).toBe(0);
  });

  it('of an empty library has no words', () => {
    expect(vocabularyKeeper()(db, '1').passagesWith('a')).toBe(0);
  });

  it('stays as long as the index does', () => {
    let now = 0;
    const keep = vocabularyKeeper(() => now);
    const words = keep(db, '1');
    now = 1_000_000;
    expect(keep(db, '1')).toBe(words);
  });

  it('is read again as soon as the index has changed', () => {
    const keep = vocabularyKeeper(() => 0);
    keep(db, '1');
    say('grok');
    expect(keep(db, '2').passagesWith('grok')).toBe(1);
  });

  it('is read again a while later where it is large', () => {
    let now = 0;
    say(many);
    const keep = vocabularyKeeper(() => now);
    keep(db, '1');
    say('grok');
    now = 4_999;
    expect(keep(db, '2').passagesWith('grok')).toBe(0);
    now = 5_000;
    expect(keep(db, '2').passagesWith('grok')).toBe(1);
  });

  it('is read the more seldom the longer that takes', () => {
    let now = 0;
    say(many);
    /** Reading takes a second. */
    const keep = vocabularyKeeper(() => {
      now += 1_000;
      return now;
    });
    keep(db, '1');
    say('grok');
    now = 10_000;
    expect(keep(db, '2').passagesWith('grok')).toBe(0);
    now = 21_000;
    expect(keep(db, '2').passagesWith('grok')).toBe(1);
  });
});
