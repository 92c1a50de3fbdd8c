import { describe, expect, it } from 'vitest';
import { compose } from '@/lib/ingest/compose';

const bytes = (text: string) => new TextEncoder().encode(text);
const file = (location: string, text: string) => ({ location, bytes: bytes(text) });
const owner = { show: 'Slow', title: 'Bread', speakers: [] };
const long = (topic: string) => `${topic} ${'and then we looked at it once more '.repeat(8)}.`;

describe('times of an episode', () => {
  it('are those in the text, to the millisecond, and the rest lies between them', () => {
    const { record } = compose(
      file(
        'a.md',
        `**Ann:** Hello. [0:10] ${long('Bread')}\n\n**Bo:** Hi.\n\n[0:40.25]\n\n**Ann:** So.`,
      ),
      owner,
    );
    const [ann, bo, again] = record.turns;
    expect(ann?.marks).toEqual([{ offset: 7, ms: 10_000, confidence: 1 }]);
    expect(again).toMatchObject({
      startMs: 40_250,
      timing: 'given',
      confidence: 1,
      withinMs: null,
    });
    expect(bo?.timing).toBe('estimated');
    expect(bo?.startMs).toBeGreaterThan(30_000);
    expect(bo?.withinMs).toBeLessThan(10_000);
  });

  it('that contradict the others are told with their line', () => {
    const { record } = compose(
      file(
        'a.md',
        ['0:00', '0:30', '1:59:00', '1:00', '1:30']
          .map((time, i) => `**${i % 2 ? 'Bo' : 'Ann'}:** [${time}] ${long('Bread')}`)
          .join('\n\n'),
      ),
      owner,
    );
    expect(record.turns.map(({ timing }) => timing)).toEqual([
      'given',
      'given',
      'estimated',
      'given',
      'given',
    ]);
    const told = record.warnings.filter(({ message }) => message.includes('left out'));
    expect(told).toEqual([
      {
        line: 5,
        message:
          'The time 1:59:00 contradicts those around it; it is left out, and an estimate stands instead.',
      },
    ]);
  });

  it('follow chapters whose titles stand as headings', () => {
    const topics = ['Flour and water', 'The oven', 'Selling bread'];
    const text = topics
      .map((topic) => `## ${topic}\n\n**Ann:** ${long('Well')}\n\n**Bo:** ${long('Yes')}`)
      .join('\n\n');
    const chapters = [
      { title: 'Flour & water', startMs: 0 },
      { title: 'The Oven', startMs: 200_000 },
      { title: 'Selling bread', startMs: 220_000 },
    ];
    const { record } = compose(file('a.md', text), { ...owner, chapters, durationMs: 240_000 });
    expect([2, 4].map((i) => record.turns[i]?.startMs)).toEqual([200_000, 220_000]);
    expect(record.turns[1]?.startMs).toBeGreaterThan(80_000);
    expect(record.understanding.sections.map(({ firstTurn }) => firstTurn)).toEqual([0, 2, 4]);
  });

  it('are those of captions, with the share of words found', () => {
    const words = `Hello and welcome to the bread show. ${long('Today')}`;
    const cues = words
      .split(' ')
      .map(
        (word, i) =>
          `${i + 1}\n00:00:${String(i + 5).padStart(2, '0')},250 --> 00:00:${String(i + 6).padStart(2, '0')},000\n${word}`,
      );
    const { record } = compose(
      file('a.txt', `Ann: ${words}\nBo: Something that nobody heard at all.`),
      owner,
      file('a.srt', cues.slice(0, 50).join('\n\n')),
    );
    const [ann, bo] = record.turns;
    expect(ann).toMatchObject({ startMs: 5_250, timing: 'aligned' });
    expect(ann?.confidence).toBeGreaterThan(0.6);
    expect(ann?.marks?.[0]).toMatchObject({ offset: words.indexOf('Today'), ms: 12_250 });
    expect(bo?.confidence).toBe(0);
  });

  it('leave captions of another recording out', () => {
    const { record } = compose(
      file('a.txt', `Ann: ${long('Bread')}\nBo: ${long('Oven')}`),
      owner,
      file('b.srt', '1\n00:00:01,000 --> 00:00:09,000\nGradient descent converges slowly here.\n'),
    );
    expect(record.warnings.map(({ message }) => message)).toContain(
      'Only 0 % of the words are in b.srt: these are captions of another recording, and are left out.',
    );
    expect(record.turns.every(({ timing }) => timing === 'estimated')).toBe(true);
  });

  it('beyond captions of a part are estimates at the usual pace, and say so', () => {
    const topics = 'Bread Oven Flour Water Salt Crust Crumb Yeast'.split(' ');
    const text = topics.map((topic) => `Ann: ${long(topic)}\nBo: ${topic}, yes.`).join('\n');
    const cues = topics
      .slice(0, 4)
      .map(
        (topic, i) =>
          `${i + 1}\n00:0${i}:00,000 --> 00:0${i}:40,000\n${long(topic)}\n\n${i + 100}\n00:0${i}:50,000 --> 00:0${i}:52,000\n${topic}, yes.\n`,
      )
      .join('\n');
    const read = (durationMs?: number) =>
      compose(file('a.txt', text), { ...owner, durationMs }, file('a.srt', cues)).record;
    const { turns, warnings } = read();
    expect(turns.slice(0, 8).every(({ timing }) => timing === 'aligned')).toBe(true);
    expect(turns.slice(8).every(({ timing }) => timing === 'estimated')).toBe(true);
    // Not all of it in the little that the captions have left.
    expect((turns[14]?.startMs ?? 0) - (turns[8]?.startMs ?? 0)).toBeGreaterThan(30_000);
    expect(warnings).toContainEqual({
      line: 9,
      message: 'a.srt ends before the talk does: the times from here on are estimates.',
    });
    expect(read(480_000).turns.at(-1)?.endMs).toBe(480_000);
  });

  it('of a caption file reach the sentences within its turns', () => {
    const srt = ['Ann: So we bake', 'bread every day.', 'People like it.', 'And we like people.']
      .map((line, i) => `${i + 1}\n00:00:0${2 * i},500 --> 00:00:0${2 * i + 1},500\n${line}\n`)
      .join('\n');
    const { record } = compose(file('a.srt', srt), owner);
    const [turn] = record.turns;
    expect(turn).toMatchObject({ startMs: 500, endMs: 7_500, timing: 'given', confidence: 1 });
    expect(turn?.marks?.map(({ offset, ms }) => [turn.text.slice(offset, offset + 6), ms])).toEqual(
      [
        ['People', 4_500],
        ['And we', 6_500],
      ],
    );
  });
});
