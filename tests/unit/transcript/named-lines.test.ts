import { describe, expect, it } from 'vitest';
import { namedLines } from '@/lib/transcript/formats/named-lines';
import { turnsOf } from './written';

const parse = (...paragraphs: string[]) => namedLines.parse(paragraphs.join('\n\n'));
const warned = (...paragraphs: string[]) =>
  parse(...paragraphs).warnings.map(({ line, message }) => [line, message]);

describe('Changelog Markdown', () => {
  const episode = parse(
    '**Jerod Santo:** Hello. \\[laughter\\] So, [the repo](https://example.com/a_b) is _great_, and 2 * 3 is six.',
    '**Break:** \\[12:34\\]',
    '## Why Rust?',
    '**Adam Stacoviak:** Yes. *laughs* And **bold** text: here.',
    '\\[15:00.5\\] More of it.',
    '_music plays_',
    '**Jerod Santo:** \\[1:02:03.250\\] Okay.',
    '**Jingle:** \\[1:02:04\\] to \\[1:02:09\\]',
  );

  it('has the words of each speaker, with paragraphs that go on', () => {
    expect(turnsOf(episode)).toEqual([
      ['Jerod Santo', 'Hello. So, the repo is great, and 2 * 3 is six.'],
      ['Adam Stacoviak', 'Yes. And bold text: here. More of it.'],
      ['Jerod Santo', 'Okay.'],
    ]);
  });

  it('keeps times to the millisecond, and ends to themselves', () => {
    expect(episode.turns.map(({ startMs, endMs }) => [startMs, endMs])).toEqual([
      [null, null],
      [null, null],
      [3_723_250, null],
    ]);
  });

  it('keeps what nobody said as notes, as it stands', () => {
    expect(episode.notes).toEqual([
      { line: 1, text: '\\[laughter\\]' },
      { line: 1, text: '[the repo](https://example.com/a_b)' },
      { line: 3, text: '**Break:** \\[12:34\\]' },
      { line: 7, text: '*laughs*' },
      { line: 9, text: '\\[15:00.5\\]' },
      { line: 11, text: '_music plays_' },
      { line: 15, text: '**Jingle:** \\[1:02:04\\] to \\[1:02:09\\]' },
    ]);
  });

  it('has its headings where they stand', () => {
    expect(episode.headings).toEqual([{ title: 'Why Rust?', turn: 1 }]);
  });

  it('begins a new turn under a heading that stands within one', () => {
    const { headings, turns } = parse(
      '**Ann:** One.',
      '**Bo:** Two.',
      '## Topic',
      'Three.',
      '**Ann:** Four.',
    );
    expect(headings).toEqual([{ title: 'Topic', turn: 2 }]);
    expect(turns.map(({ speaker, text }) => [speaker, text])).toEqual([
      [0, 'One.'],
      [1, 'Two.'],
      [1, 'Three.'],
      [0, 'Four.'],
    ]);
  });
});

describe('names', () => {
  it('may be in lower case, long, titled, numbered, or of another script', () => {
    for (const [one, other] of [
      ['sarah', 'bob'],
      ['María de la Cruz Ortega Vega', 'Dr. John A. Smith'],
      ['Speaker 1', 'Speaker 2'],
      ['أحمد', 'משה'],
      ['Zoë O’Neil-Šimić', 'Jean-Luc'],
    ]) {
      const { speakers } = parse(
        `${one}: Hello there.`,
        `${other}: Good day.`,
        `${one}: Well.`,
        `${other}: Yes.`,
      );
      expect(speakers.map(({ label }) => label)).toEqual([one, other]);
    }
    expect(turnsOf(parse('田中：こんにちは。', '鈴木：どうも。', '田中：はい。'))).toEqual([
      ['田中', 'こんにちは。'],
      ['鈴木', 'どうも。'],
      ['田中', 'はい。'],
    ]);
  });

  it('are no words before a colon in speech', () => {
    const transcript = parse(
      'Ann: Welcome to the show.',
      'So: here is the thing about bread.',
      'Bo: Thanks.',
      'Note: we recorded this twice.',
      'Ann: I said this: no.',
      'So: it is late.',
      'https://example.com is where it is.',
      'At 10:30: breakfast.',
      'Bo: It is.',
    );
    expect(transcript.speakers.map(({ name }) => name)).toEqual(['Ann', 'Bo']);
    expect(turnsOf(transcript).map(([, text]) => text)).toEqual([
      'Welcome to the show. So: here is the thing about bread.',
      'Thanks. Note: we recorded this twice.',
      'I said this: no. So: it is late. https://example.com is where it is. At 10:30: breakfast.',
      'It is.',
    ]);
  });

  it('that stand once are told of, taken or not', () => {
    const talk = [
      'Ann: One.',
      'more',
      'Bo: Two.',
      'more',
      'Ann: Three.',
      'Bo: Four.',
      'more',
      'Ann: Five.',
    ];
    expect(warned(...talk, 'Caveat Emptor: six.')).toEqual([
      [17, expect.stringContaining('taken for a speaker')],
    ]);
    expect(warned(...talk, 'Disclosure: six.')).toEqual([
      [17, expect.stringContaining('taken for speech')],
    ]);
  });

  it('come from a header for initials, with their roles', () => {
    const { speakers, title, date, turns } = namedLines.parse(
      'Title: On bread\nHosts: Ann Lee, Bo Dahl\nDate: June 1, 2026\n\nAL: Hello.\n\nBD: Hi.\n\nAL:Right.\n\nBD: Yes.',
    );
    expect(speakers).toEqual([
      { label: 'AL', name: 'Ann Lee', role: 'host', inferred: false },
      { label: 'BD', name: 'Bo Dahl', role: 'host', inferred: false },
    ]);
    expect({ title, date, turns: turns.length }).toEqual({
      title: 'On bread',
      date: '2026-06-01',
      turns: 4,
    });
  });

  it('that nobody tells stay numbers, and are asked for in words a shell takes', () => {
    expect(warned('Speaker 1: Hello.', 'Speaker 2: Hi.', 'Speaker 1: Yes.')[0]?.[1]).toContain(
      '--speaker "Speaker 1=Name"',
    );
  });
});

describe('oddities', () => {
  it('reads what Earmark itself writes, and takes no estimate for a time', () => {
    const transcript = namedLines.parse(
      '---\ntitle: "Bread: a talk"\nshow: "Slow"\ndate: "2026-01-01"\nspeakers: ["Ann Lee","Bo"]\n---\n\n# Bread: a talk\n\n## Yeast\n\n**Ann Lee** (0:05): Hello \\*there\\*.\n\n**Bo** (≈0:10): Hi.\n\n**Ann Lee** (0:20): Ok.',
    );
    expect(transcript).toMatchObject({
      title: 'Bread: a talk',
      show: 'Slow',
      date: '2026-01-01',
      headings: [{ title: 'Yeast', turn: 0 }],
    });
    expect(turnsOf(transcript)[0]).toEqual(['Ann Lee', 'Hello *there*.']);
    expect(transcript.turns.map(({ startMs }) => startMs)).toEqual([5_000, null, 20_000]);
  });

  it('keeps brackets in which somebody speaks', () => {
    expect(turnsOf(parse('Ann: (I love music) and [the] bread. (laughs)', 'Bo: Yes.'))[0]).toEqual([
      'Ann',
      '(I love music) and [the] bread.',
    ]);
  });

  it('keeps links below the talk apart', () => {
    const { notes, turns } = parse(
      'Ann: Hello.',
      'Bo: Bye.',
      '## Links',
      '- [Bread](https://example.com)',
      'Transcribed by https://otter.ai',
    );
    expect(turns).toHaveLength(2);
    expect(notes.map(({ line }) => line)).toEqual([5, 7, 9]);
  });

  it.each([
    ['settings', 'name: thing\nversion: 1\nauthor: somebody'],
    ['a log', 'INFO: starting up\nERROR: no such file\nINFO: done now'],
    ['program source', 'const a: string = b;\ntry:\n  x = 1;\nelse:\n  y = 2;\ntry:\nelse:'],
    ['prose', 'He said: no. And so they went home.\n\nThe thing is: nobody knows.'],
  ])('does not claim %s', (_, text) => {
    expect(namedLines.detect(text)).toBeLessThan(0.3);
  });
});
