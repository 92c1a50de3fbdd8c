import { describe, expect, it } from 'vitest';
import { parseTranscript } from '@/lib/transcript/formats/index';
import { timedTurnsOf, turnsOf } from './written';

const TALK = [
  '**Ann Lee:** Good morning, and welcome to our little bakery by the sea.',
  '',
  '**Bo Dahl:** Thank you for having me, the smell alone was worth the trip.',
  '',
  '**Ann Lee:** Then let us begin with the oven and how it came here.',
];

describe('what stands above the turns', () => {
  it('may be particulars in other languages', () => {
    const { title, date, people, speakers } = parseTranscript(
      [
        '- 主持人：李安',
        '- 標題：麵包',
        '- 日期：2026年3月9日',
        '',
        '李安：大家好。',
        '王波：你好。',
        '李安：今天我們談麵包。',
        '王波：好的。',
      ].join('\n'),
    );
    expect({ title, date }).toEqual({ title: '麵包', date: '2026-03-09' });
    expect(people).toEqual([{ name: '李安', role: 'host' }]);
    expect(speakers.map(({ name }) => name)).toEqual(['李安', '王波']);
  });

  it('is no speaker, however it is written', () => {
    const { turns, date, speakers } = parseTranscript(
      [
        'Tema: Pan y sal',
        '',
        'Ubicación: Bergen',
        '',
        'Fecha: 9 de marzo de 2026',
        '',
        'AL: Buenos días a todos.',
        '',
        'BD: Gracias por la invitación.',
        '',
        'AL: Empecemos con el horno.',
        '',
        'BD: Con mucho gusto.',
      ].join('\n'),
    );
    expect(date).toBe('2026-03-09');
    expect(speakers.map(({ label }) => label)).toEqual(['AL', 'BD']);
    expect(turns).toHaveLength(4);
  });

  it('is a turn where it comes again, or is a sentence', () => {
    const { turns } = parseTranscript(
      [
        'Host: Hello.',
        'and good morning.',
        'Guest: Good morning.',
        'Host: Shall we?',
        'Guest: Yes, gladly.',
      ].join('\n'),
    );
    expect(turns.map(({ text }) => text)).toEqual([
      'Hello. and good morning.',
      'Good morning.',
      'Shall we?',
      'Yes, gladly.',
    ]);
  });

  it('is no speech above a heading that says the transcript begins', () => {
    const { title, headings, turns, notes } = parseTranscript(
      [
        '# Bread and salt',
        '',
        'Episode notes that nobody reads out: they only sell the book.',
        '',
        '## Transcript',
        '',
        ...TALK,
      ].join('\n'),
    );
    expect(title).toBe('Bread and salt');
    expect(headings).toEqual([]);
    expect(turns).toHaveLength(3);
    expect(notes.map(({ line }) => line)).toEqual([1, 3, 5]);
  });

  it('may be commands of a site, which are kept as notes', () => {
    const { turns, notes } = parseTranscript(
      [
        '{% include player.html %}',
        '<!-- cut -->',
        '[ep]: https://example.com/x',
        '',
        ...TALK,
      ].join('\n'),
    );
    expect(turns).toHaveLength(3);
    expect(notes).toHaveLength(3);
  });

  it('gives its words to somebody named once in bold before the first of them', () => {
    const { speakers, turns } = parseTranscript(
      [
        '__Ann Lee__: Good morning, this is my bread diary.',
        '',
        'It rained, and the dough was slow to rise.',
        '',
        'Then the sun came out and everything went well.',
      ].join('\n'),
    );
    expect(speakers.map(({ name }) => name)).toEqual(['Ann Lee']);
    expect(turns).toHaveLength(1);
  });
});

describe('front matter', () => {
  it('may hold the transcript as a block', () => {
    const { title, turns } = parseTranscript(
      [
        '---',
        'title: Bread',
        'transcript: |',
        ...TALK.map((line) => `    ${line}`),
        'season: 2',
        '---',
        '',
        'Buy the book.',
      ].join('\n'),
    );
    expect(title).toBe('Bread');
    expect(turns.map(({ line }) => line)).toEqual([4, 6, 8]);
  });

  it('may hold it as a list of turns and headings', () => {
    const { headings, ...transcript } = parseTranscript(
      [
        '---',
        "title: 'Bread:",
        "  a talk'",
        'transcript:',
        '- header: The oven',
        '- line: Good morning, and welcome to our little',
        '    bakery by the sea, where we bake.',
        "  time: '0:05'",
        '  who: Ann',
        '- line: Thank you for having me, it smells of bread.',
        "  time: '1:07'",
        '  who: Bo',
        '- line: Then let us begin.',
        "  time: '1:30'",
        '  who: Ann',
        '---',
      ].join('\n'),
    );
    expect(transcript.title).toBe('Bread: a talk');
    expect(headings).toEqual([{ title: 'The oven', turn: 0 }]);
    expect(timedTurnsOf(transcript as never)).toEqual([
      ['Ann', 'Good morning, and welcome to our little bakery by the sea, where we bake.', 5_000],
      ['Bo', 'Thank you for having me, it smells of bread.', 67_000],
      ['Ann', 'Then let us begin.', 90_000],
    ]);
  });

  it('has no path or number for a title, and several guests beside each other', () => {
    const { title, people } = parseTranscript(
      [
        '---',
        'episode: _episodes/12-bread.md',
        'guest: Ann Lee + Bo Dahl 2.0',
        'publish_date: 2026-03-09',
        '---',
        ...TALK,
      ].join('\n'),
    );
    expect(title).toBeNull();
    expect(people).toEqual([
      { name: 'Ann Lee', role: 'guest' },
      { name: 'Bo Dahl', role: 'guest' },
    ]);
  });
});

describe('lines with their times', () => {
  const talk = (...starts: string[]) =>
    starts.map((start, i) => `${start} This is sentence number ${i} of the talk.`).join('\n\n');

  it.each([
    ['in bold', talk('**[0:05]**', '**[0:12]**', '**[1:00]**')],
    ['by letters', talk('0h00m05s', '0h00m12s', '0h01m00s')],
    ['as seconds with a dash', talk('[5.0 - 9.25]', '[9.300 - 14.5]', '[14.5 - 64.0]')],
  ])('%s', (_, text) => {
    const [turn, ...more] = parseTranscript(text).turns;
    expect(more).toEqual([]);
    expect(turn?.startMs).toBe(5_000);
    expect(turn?.text).toBe(talk('', '', '').replaceAll('\n\n', '').trim());
  });

  it('have particulars above and topics between them', () => {
    const { title, headings, turns } = parseTranscript(
      `# Bread\n\n## Transcript\n\n${talk('[0:05]', '[0:06]', '[0:07]')}\n\n## Salt\n\n${talk('[0:08]', '[0:09]')}`,
    );
    expect(title).toBe('Bread');
    expect(headings).toEqual([{ title: 'Salt', turn: 1 }]);
    expect(turns.map(({ startMs }) => startMs)).toEqual([5_000, 8_000]);
  });
});

describe('words and signs', () => {
  it('have characters for references, and no signs of Markdown or HTML', () => {
    const { turns } = parseTranscript(
      [
        '**Ann:** It&#39;s &quot;bread&quot; &amp; salt, see [the wiki](https://example.com/Bread_(food) "a page").',
        '',
        '**Bo:** Run `bake --hot` and <i>wait</i>, as [they][1] say.![A loaf](loaf.png)',
        '',
        '- **Ann:** Right.',
        '',
        '```',
        'bake();',
        '```',
        '',
        '>> Who is there?',
      ].join('\n'),
    );
    expect(turnsOf({ speakers: [{ name: 'Ann' }, { name: 'Bo' }], turns } as never)).toEqual([
      ['Ann', 'It\'s "bread" & salt, see the wiki.'],
      ['Bo', 'Run bake --hot and wait, as they say.'],
      ['Ann', 'Right.'],
      [null, 'Who is there?'],
    ]);
  });
});

describe('what was written to be read', () => {
  it.each([
    [
      'a licence',
      'MIT License\n\nCopyright (c) 2026 Ann Lee\n\nPermission is hereby granted, free of charge, to any person obtaining a copy.\n\nTHE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND.',
    ],
    [
      'a changelog',
      '# Changelog\n\n## [1.2.0](https://example.com) (2026-01-01)\n\n### Bug Fixes\n\n* the oven no longer burns\n* salt is counted once\n\n## 1.1.0\n\n### Features\n\n* bread\n\n### Bug Fixes\n\n* a crumb\n\n## 1.0.0\n\n### Bug Fixes\n\n* flour',
    ],
    [
      'a list of settings',
      'services:\n  bakery:\n    image: bread\n    ports:\n      - 80:80\n    environment:\n      OVEN: hot\n    restart: always\n',
    ],
    [
      'an article',
      `---\ntitle: On bread\nauthor: Ann Lee\ntags: [bread]\n---\n\n${'Bread is old, and people have written about it for a very long time. '.repeat(9)}`,
    ],
    [
      'a list of 7 chapters',
      [
        '0:00 Start: the shop',
        '1:10 Flour: from the mill',
        '3:00 Salt: why it matters',
        '5:20 Water: how much',
        '7:00 Heat: the oven',
        '9:10 Time: waiting',
        '12:00 End: the taste',
      ].join('\n'),
    ],
  ])('is refused: %s', (what, text) => {
    expect(() => parseTranscript(text)).toThrow(what);
  });
});
