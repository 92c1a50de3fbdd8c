import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { titleSections } from '@/lib/understanding/titles';
import { termReader } from '@/lib/understanding/words';
import { formOf, readUsage } from '../../bench/title-form';
import { conversationOf } from './conversation';
import { saidIn } from './said';

/** Longer than any machine takes: a guard against quadratic work, no measure of speed. */
const HANG_MS = 60_000;

const BREAD = [
  'So what is the role of sourdough starter in the bakery?',
  'A sourdough starter raises the dough, and the sourdough starter gives it taste.',
  'We feed the sourdough starter every morning before the oven is hot.',
  'The oven and the dough decide about the crust, though the starter decides the rest.',
];
const SHIPS = [
  'I wanted to ask about the Panama Canal next.',
  'Every cargo ship in the Panama Canal pays for the lock water.',
  'The Panama Canal had a drought, and the cargo ships were waiting for water.',
  'A cargo ship needs a pilot in the Panama Canal.',
];
const STARS = [
  'Then there are comets. A comet tail points away from the sun.',
  'NASA looked at the comet tail, and the comet tail was green.',
  'Some say that NASA photographs every comet tail twice.',
];

function titles(sections: readonly (readonly string[])[], language = 'en', people?: string[]) {
  const statements = saidIn(sections, language);
  return titleSections(statements, sections.length, termReader(language), people);
}

describe('titles of sections', () => {
  it('name what the section is about', () => {
    const [bread, ships, stars] = titles([BREAD, SHIPS, STARS]).map(({ title }) => title);
    expect(bread).toMatch(/sourdough starter/i);
    expect(ships).toMatch(/Panama Canal/);
    expect(stars).toMatch(/comet tail/i);
  });

  it('say why, with counts and the turn that opens it', () => {
    const [, ships] = titles([BREAD, SHIPS, STARS]);
    expect(ships?.why).toMatch(/^‘Panama Canal’ is said 4 times here and nowhere else/);
    expect(ships?.why).toMatch(/brought up in turn 5\.$/);
  });

  it('take a short question that stands alone', () => {
    const asked = ['So, how do volcanoes heat the ocean?', 'A volcano heats the ocean.'];
    const [first] = titles([[...asked, 'Volcanoes and the ocean, every day.'], SHIPS]);
    expect(first?.title).toBe('How do volcanoes heat the ocean?');
    expect(first?.why).toBe('The question is asked in turn 1, as it opens.');
  });

  it('take no question that points elsewhere', () => {
    const asked = [
      'How do you heat it?',
      'A volcano heats the ocean. The ocean of a volcano is hot.',
    ];
    const [first] = titles([[...asked, 'Volcano heat and ocean heat.'], SHIPS]);
    expect(first?.title).not.toContain('?');
  });

  it('call greetings, goodbyes and sponsors what they are', () => {
    const found = titles([
      ['Welcome to the show, I am your host. Thanks for joining us.', 'Thank you for having me.'],
      BREAD,
      ['This episode is brought to you by Acme Cloud. Acme Cloud hosts things for bakers.'],
      SHIPS,
      ['Thank you so much for coming. See you next time!', 'Thanks, bye bye.'],
    ]).map(({ title }) => title);
    expect(found[0]).toBe('Welcome and introduction');
    expect(found[2]).toBe('Sponsor: Acme Cloud');
    expect(found[4]).toBe('Goodbye and thanks');
  });

  it('name no speaker', () => {
    const turns = [
      'Sure, Marvin.',
      'Marvin, the glacier melts.',
      'The glacier melts, Marvin said.',
    ];
    const [first] = titles(
      [[...turns, 'Marvin saw a glacier lake.', 'A glacier lake.'], SHIPS],
      'en',
      ['Marvin Gold'],
    );
    expect(first?.title).not.toMatch(/Marvin/);
    expect(first?.title).toMatch(/glacier/i);
  });

  it('write words as the middle of sentences has them', () => {
    const turns = ['GPU kernels are hard.', 'We tune GPU kernels.', 'Kernels on a GPU run fast.'];
    const [first] = titles([[...turns, 'The GPU kernels win.'], SHIPS]);
    expect(first?.title).toBe('GPU kernels');
  });

  it('differ, even where the sections do not', () => {
    const found = titles([SHIPS, SHIPS, SHIPS, ['Hm.'], ['Hm.']]).map(({ title }) => title);
    expect(new Set(found.map((title) => title.toLowerCase())).size).toBe(5);
    expect(found.every((title) => title !== '')).toBe(true);
  });

  it('work in other languages, without their function words', () => {
    const german = [
      'Wir sprechen über die Energiewende und die Windkraft an der Küste.',
      'Die Windkraft trägt die Energiewende, sagt man an der Küste.',
      'Und die Windkraft braucht Leitungen für die Energiewende.',
    ];
    const [first] = titles([german, ['Der Käse aus Holland.', 'Der Käse ist alt.']], 'de');
    expect(first?.title).toMatch(/Windkraft|Energiewende/);
    expect(first?.title).not.toMatch(/^(?:die|und|der)\b/i);
    const japanese = ['世界モデルは動画を生成します。', '世界モデルの学習は難しいです。'];
    const [second] = titles([japanese, ['パンを焼きます。', '朝のパンは美味しい。']], 'ja');
    expect(second?.title).toMatch(/世界|モデル/);
  });

  it('keep their form whatever is said', () => {
    const word = fc.constantFrom(
      ...'the of oven Oven dough is we to and 3 40 GPU xAI yeah um , . ? ! about how running'.split(
        ' ',
      ),
    );
    const turn = fc.array(word, { minLength: 1, maxLength: 25 }).map((all) => all.join(' '));
    const section = fc.array(turn, { maxLength: 5 });
    fc.assert(
      fc.property(fc.array(section, { minLength: 1, maxLength: 5 }), (sections) => {
        const found = titles(sections);
        expect(found).toHaveLength(sections.length);
        expect(titles(sections)).toEqual(found);
        const all = found.map(({ title }) => title.toLowerCase());
        expect(new Set(all).size).toBe(all.length);
        for (const { title, why } of found) {
          expect(title.trim()).not.toBe('');
          expect(title.split(/\s+/).length).toBeLessThanOrEqual(7);
          expect(why).toMatch(/\.$/);
        }
      }),
      { numRuns: 80 },
    );
  });

  it('keep to the form of a title in a made-up conversation', () => {
    const { turns } = conversationOf(8);
    const sections = [0, 8, 16, 24].map((from) => turns.slice(from, from + 8).map((t) => t.text));
    const statements = saidIn(sections);
    const all = titleSections(statements, 4, termReader('en')).map(({ title }) => title);
    const usage = readUsage(statements);
    for (const title of all) {
      const { length, unique, whole, clear, cased } = formOf(title, all, usage);
      expect([length, unique, whole, clear, cased]).toEqual([1, 1, 1, 1, 1]);
    }
  });

  it('are read in time that grows with the text alone', () => {
    const { turns } = conversationOf(600);
    const sections = Array.from({ length: 20 }, (_, i) =>
      turns.slice(i * 120, (i + 1) * 120).map(({ text }) => text),
    );
    const statements = saidIn(sections);
    const began = performance.now();
    titleSections(statements, sections.length, termReader('en'));
    expect(performance.now() - began).toBeLessThan(HANG_MS);
  });
});
