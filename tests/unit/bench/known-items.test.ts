import { describe, expect, it } from 'vitest';
import { forms, normalise } from '@/lib/search/normalise';
import { osaDistance } from '@/lib/search/typo';
import { makeCorpus, random } from '../../bench/corpus.ts';
import { KNOWN_CLASSES, knownItems } from '../../bench/known-items.ts';
import { mishearing, reading, soundAlike } from '../../bench/sound-alike.ts';

const corpus = makeCorpus({
  turns: 600,
  wordsPerTurn: 40,
  vocabulary: 4_000,
  turnsPerEpisode: 100,
});
const passages = [...corpus.episodes()].flatMap((episode) => episode.passages);
// Said twice: both are right.
const first = passages[0];
if (first) passages.push({ ...first, id: 'again' });
const texts = new Map(passages.map(({ id, text }) => [id, ` ${normalise(text)} `]));
const items = knownItems(passages, 60, random(5));
const sorted = (text: string) => forms(text).sort();

describe('known items', () => {
  it('are as many of each class as were wanted, and the same for the same seed', () => {
    for (const name of KNOWN_CLASSES) expect(items[name], name).toHaveLength(60);
    expect(knownItems(passages, 60, random(5))).toEqual(items);
    expect(knownItems(passages, 60, random(6))).not.toEqual(items);
  });

  it('name all passages in which they were said, and no others', () => {
    for (const { said, passages: right } of KNOWN_CLASSES.flatMap((name) => items[name])) {
      const having = [...texts].filter(([, text]) => text.includes(` ${said} `)).map(([id]) => id);
      expect([...right].sort()).toEqual(having.sort());
      expect(having.length).toBeGreaterThan(0);
    }
  });

  it('are asked for as the class says', () => {
    for (const { said, query } of items.exact) expect(query).toBe(said);
    for (const { said, query } of items['two words dropped']) {
      const [all, left] = [forms(said), forms(query)];
      expect(left).toHaveLength(all.length - 2);
      expect(all.filter((word) => left.includes(word))).toEqual(left);
    }
    for (const { said, query } of items.shuffled) expect(sorted(query)).toEqual(sorted(said));
    expect(items.shuffled.some(({ said, query }) => said !== query)).toBe(true);
    for (const { said, query } of items['one typo']) expect(osaDistance(said, query, 9)).toBe(1);
    for (const { said, query } of items.misheard) {
      expect(query).not.toBe(said);
      expect(forms(said)).toHaveLength(3);
      // Something beside the name was understood.
      expect(forms(query).some((word) => forms(said).includes(word))).toBe(true);
    }
  });

  it('are names where the text has names', () => {
    const named = passages.map((passage, i) => ({
      ...passage,
      text:
        i % 3 === 0
          ? `${passage.text} And then we asked Sellimar${'abcdefgh'[i % 8]} about it all.`
          : passage.text,
    }));
    const { misheard } = knownItems(named, 20, random(7));
    for (const { said } of misheard) expect(said).toMatch(/sellimar/);
  });
});

describe('what machines mishear', () => {
  it('is spelt otherwise and still read alike', () => {
    expect(reading('phoenix')).toBe(reading('feenicks'));
    expect(reading('knots')).toBe(reading('nots'));
    expect(reading('liquid')).not.toBe(reading('lizard'));
  });

  it('is a word or two that the machine knows', () => {
    const machine = mishearing(['fee', 'nicks', 'knots', 'market', 'join', 'jon']);
    expect(machine.otherWords('phoenix', random(1))).toBe('fee nicks');
    expect(machine.otherWords('nots', random(1))).toBe('knots');
    expect(machine.otherWords('joinmarket', random(1))).toBe('join market');
    expect(machine.otherWords('knots', random(1))).toBeNull();
  });

  it('spells by rule, with the consonants kept or taken for their like', () => {
    const next = random(3);
    for (const word of ['kubernetes', 'phoenix', 'lightning', 'schnorr', 'wasabi']) {
      for (let i = 0; i < 50; i++) {
        const heard = soundAlike(word, next);
        if (heard === null) continue;
        expect(heard).not.toBe(word);
        expect(osaDistance(word, heard, 20)).toBeLessThanOrEqual(Math.ceil(word.length * 0.75));
      }
    }
    expect(soundAlike('mm', random(1))).toBeNull();
  });
});
