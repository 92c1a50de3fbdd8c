import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '@/lib/transcript/decode';
import { parseTranscript } from '@/lib/transcript/formats/index';
import { findThings, type Thing } from '@/lib/understanding/things/find-things';
import type { Conversation } from '@/lib/understanding/understanding';

/** Longer than any machine takes: a guard against quadratic work, no measure of speed. */
const HANG_MS = 60_000;

/** A conversation of these turns, by two speakers in turn. */
function talk(texts: readonly string[], names = ['A', 'B'], language = 'en'): Conversation {
  return {
    language,
    speakers: names.map((name) => ({ name, role: null })),
    turns: texts.map((text, i) => ({
      text,
      speaker: i % 2,
      startMs: i * 10_000,
      endMs: (i + 1) * 10_000,
      timing: 'estimated',
    })),
  };
}

const named = (things: readonly Thing[], key: string) => things.find((thing) => thing.key === key);
const turnOf = (thing: Thing | undefined) => thing?.mentions[thing.defining]?.turn;

describe('the seed', () => {
  const file = new URL('../../../seeds/000_3015eb2272152af3.txt', import.meta.url);
  const transcript = parseTranscript(decode(readFileSync(file)));
  const conversation: Conversation = {
    language: 'en',
    speakers: transcript.speakers,
    turns: transcript.turns.map(({ speaker, text }) => ({
      speaker,
      text,
      startMs: 0,
      endMs: 0,
      timing: 'estimated',
    })),
  };
  const things = findThings(conversation);

  it.each([
    // Turns from 0; several where several explain, none where the passage says what it is.
    ['cosmos', [16]],
    ['grok imagine', [20, 150]],
    ['xai', [20, 24]],
    ['nvidia', [16, 24, 321]],
    ['vae', [62, 64, 71]],
    ['world model', [174]],
    ['flipbook', [75]],
    ['neural os', [102, 114]],
    ['frame pack', [209]],
    ['synth id', [251, 253]],
    ['gan', [144]],
    ['megatron', [321]],
    ['step distillation', [138]],
    ['video agent', [277]],
  ])('lists %s and opens it where it is explained', (key, turns) => {
    const thing = named(things, key);
    expect(thing, key).toBeDefined();
    expect(turns).toContain(turnOf(thing));
  });

  it('gives no more than 80 things, none of them talk', () => {
    expect(things.length).toBeLessThanOrEqual(80);
    const keys = things.map(({ key }) => key);
    for (const talk of ['yeah', 'thing', 'people', 'lot', 'i', 'ok', 'right', 'december', 'god']) {
      expect(keys).not.toContain(talk);
    }
  });

  it('says in one sentence why each is listed', () => {
    expect(named(things, 'flipbook')?.why).toBe(
      'Capitalised in mid-sentence 2 times; explained in turn 76 (“Flipbook is kind of like a web browser”).',
    );
    for (const thing of things) expect(thing.why).toMatch(/^\p{Lu}.*\.$/u);
  });
});

const labels = (things: readonly Thing[]) => things.map(({ label }) => label);
const saidAt = (conversation: Conversation, thing: Thing | undefined) =>
  thing?.mentions.map(({ turn, start, end }) => conversation.turns[turn]?.text.slice(start, end));

describe('names', () => {
  it('are what is capitalised in mid-sentence', () => {
    const things = findThings(
      talk(['We met the people from Anthropic.', 'Yes, and Anthropic showed us the demo.']),
    );
    expect(labels(things)).toContain('Anthropic');
  });

  it('are not words that only begin sentences', () => {
    const things = findThings(
      talk(['Bananas are cheap. Bananas ripen fast.', 'Yeah. Gonna buy some. Perhaps tomorrow.']),
    );
    expect(labels(things)).toEqual([]);
  });

  it('count at the beginning of a sentence once mid-sentence confirms them', () => {
    const conversation = talk(['Quibble is fast.', 'I run Quibble at home. Quibble never fails.']);
    expect(saidAt(conversation, named(findThings(conversation), 'quibble'))).toEqual([
      'Quibble',
      'Quibble',
      'Quibble',
    ]);
  });

  it('have capitals inside or throughout, wherever they stand', () => {
    const things = findThings(talk(['FramePack is neat. VAEs help.', 'Then xAI shipped it.']));
    expect(labels(things)).toEqual(expect.arrayContaining(['FramePack', 'VAEs', 'xAI']));
  });

  it('are not “I”, “OK”, months, weekdays, oaths, roles or abbreviations of the day', () => {
    const things = findThings(
      talk([
        'So I said OK, on Monday in March, oh my God, the Minister and the CEO came at 9 PM.',
        'And I said OK, on Tuesday in April, by God, the President and the CTO left at 5 AM.',
      ]),
    );
    expect(labels(things)).toEqual([]);
  });

  it('are joined over spaces and small words', () => {
    const things = findThings(
      talk([
        'We compared the Bank of England with the Federal Reserve.',
        'Then the Bank of England cut its rate, and the Federal Reserve did not.',
      ]),
    );
    expect(labels(things)).toEqual(expect.arrayContaining(['Bank of England', 'Federal Reserve']));
  });

  it('leave out what stands before a role: “Tesla CEO Elon Musk” names a person', () => {
    const things = findThings(talk(['Later the CEO Elon Musk said it.', 'And Elon Musk agreed.']));
    expect(named(things, 'elon musk')?.kind).toBe('person');
  });

  it('are not read from a transcript in capitals throughout', () => {
    const shouted = talk([
      'WELL WE WENT TO THE MARKET AND SAW THE BIG HORSES RUN',
      'YES WE DID SEE',
    ]);
    expect(findThings(shouted)).toEqual([]);
  });

  it('are not the notes of a transcriber', () => {
    const things = findThings(
      talk(['We saw it [Music Playing] and left.', 'See https://Foo.com/Bar']),
    );
    expect(labels(things)).toEqual([]);
  });
});

describe('terms', () => {
  it('are noun phrases that return', () => {
    const things = findThings(
      talk([
        'The loss drops when the flow matching schedule is right.',
        'So flow matching wants many steps.',
        'I like flow matching more than that.',
      ]),
    );
    expect(
      named(things, 'flow matching')?.kind ?? named(things, 'flow matching schedule')?.kind,
    ).toBe('term');
  });

  it('are also what is said once, if it is defined', () => {
    const things = findThings(
      talk(['There is a trick called gradient checkpointing that saves memory.', 'I see.']),
    );
    const said = things.map(({ key }) => key);
    expect(said.some((key) => key.startsWith('gradient checkpoint'))).toBe(true);
  });

  it('are not generic nouns, verbs or phrases of talk', () => {
    const turn = 'A lot of people think the thing is a good question, and people say things.';
    expect(findThings(talk([turn, turn, turn, turn]))).toEqual([]);
  });
});

describe('one thing over its spellings', () => {
  it('joins case, plural, possessive, space and hyphen', () => {
    const conversation = talk([
      'We tried FramePack at work.',
      'And frame pack was slow, so Framepack’s authors fixed Frame-Pack.',
    ]);
    const thing = named(findThings(conversation), 'frame pack');
    expect(saidAt(conversation, thing)).toEqual([
      'FramePack',
      'frame pack',
      'Framepack',
      'Frame-Pack',
    ]);
  });

  it('has one key in every episode', () => {
    const key = (text: string) => findThings(talk([text, 'Yes.']))[0]?.key;
    expect(key('We use VAEs here.')).toBe('vae');
    expect(key('We use a VAE here.')).toBe('vae');
  });

  it('gives a surname to the one person who is named in full', () => {
    const conversation = talk([
      'This goes back to Professor Ada Lovelace, who wrote it.',
      'Yes, and Lovelace said that Lovelace was right.',
    ]);
    const things = findThings(conversation);
    expect(named(things, 'ada lovelace')?.mentions).toHaveLength(3);
    expect(named(things, 'lovelace')).toBeUndefined();
  });

  it('never gives a name to one of two who share it', () => {
    const things = findThings(
      talk([
        'We had Professor Ada Miller, who said no, and Professor Tom Miller, who said yes.',
        'In the end it was Miller who said so, and Miller said it well.',
      ]),
    );
    expect(named(things, 'ada miller')?.mentions).toHaveLength(1);
    expect(named(things, 'tom miller')?.mentions).toHaveLength(1);
    expect(named(things, 'miller')?.mentions).toHaveLength(2);
  });
});

describe('kinds', () => {
  it('are told by evidence and left open without it', () => {
    const things = findThings(
      talk([
        'I spoke to the CEO of Wobble, and Wobble’s founder, about the book Snow Ledge.',
        'She built the app Tindle, and the app Tindle is fun. We also saw Quorn there.',
      ]),
    );
    expect(named(things, 'wobble')?.kind).toBe('company');
    expect(named(things, 'snow ledge')?.kind).toBe('work');
    expect(named(things, 'tindle')?.kind).toBe('product');
    expect(named(things, 'quorn')?.kind).toBe('name');
  });

  it('know who speaks', () => {
    const things = findThings(
      talk(['We have Maria with us.', 'Thank you, and hello Tom.'], ['Tom Lee', 'Maria Sol']),
    );
    expect(named(things, 'maria')?.kind).toBe('person');
  });
});

describe('the defining mention', () => {
  const filler = 'We went on to other matters and had a long talk about the weather that day.';

  it('is the one that says what the thing is', () => {
    const things = findThings(
      talk([`They also had Zindle. ${filler}`, filler, 'Well, Zindle is a parser for old mail.']),
    );
    expect(turnOf(named(things, 'zindle'))).toBe(2);
    expect(named(things, 'zindle')?.why).toMatch(/explained in turn 3 \(“Zindle is a parser/);
  });

  it('is in the answer to the question after it', () => {
    const answer = `It goes back to the nineties, when Zindle grew out of the need to read mail that no program of its day could read. ${filler}`;
    const things = findThings(
      talk([`I like Zindle. ${filler}`, filler, 'So what is Zindle?', answer]),
    );
    expect(turnOf(named(things, 'zindle'))).toBe(3);
  });

  it('is not one of a list where an explanation exists', () => {
    const things = findThings(
      talk([
        `We have Luma, Zindle, and Sora, and they all run on the same sort of machine. ${filler}`,
        'There is a tool called Zindle.',
      ]),
    );
    expect(turnOf(named(things, 'zindle'))).toBe(1);
  });

  it('is the earlier of equals', () => {
    const same = 'And then there was Zindle in the corner of the room.';
    expect(turnOf(named(findThings(talk([same, filler, same])), 'zindle'))).toBe(0);
  });
});

describe('any language', () => {
  it('gives nothing for nothing', () => {
    expect(findThings(talk([]))).toEqual([]);
    expect(findThings(talk(['', ' ']))).toEqual([]);
  });

  it('without case still lists what is written in Latin capitals', () => {
    const chinese = talk(
      ['我们今天谈谈 OpenAI 的新模型。', '好的，OpenAI 很有意思。'],
      ['甲', '乙'],
      'zh',
    );
    expect(labels(findThings(chinese))).toContain('OpenAI');
  });

  it('that capitalises every noun asks more of a name', () => {
    const turn =
      'Der Hund sieht die Katze im Garten, und das Kind holt den Ball aus dem Haus, weil Angela Merkel den Baum sah.';
    const german = findThings(talk(Array(6).fill(turn), ['A', 'B'], 'de'));
    expect(named(german, 'angela merkel')).toBeDefined();
    for (const noun of ['Hund', 'Katze', 'Garten', 'Kind', 'Ball', 'Haus', 'Baum']) {
      expect(labels(german)).not.toContain(noun);
    }
  });
});

describe('the list', () => {
  it('is the same every time, and every mention lies in its turn, in order', () => {
    const conversation = talk(['We met Ann Bell at Nvidia.', 'Nvidia? Yes, Nvidia’s GPU is fast.']);
    const things = findThings(conversation);
    expect(findThings(conversation)).toEqual(things);
    for (const thing of things) {
      expect(thing.mentions[thing.defining]).toBeDefined();
      const said = saidAt(conversation, thing) ?? [];
      expect([...new Set(said)].sort()).toEqual([...thing.forms].sort());
    }
  });

  it('takes names that are also properties of every object', () => {
    const things = findThings(
      talk(['We call the Constructor here, and the __proto__ there.', 'Yes.']),
    );
    expect(labels(things)).toContain('Constructor');
  });

  it('does not hang on 120,000 words', () => {
    const sentence = (i: number) =>
      `And then Thing${i % 97} Corp${i % 89} met the new world model of GPU${i % 83}, which is a step. `;
    const words = sentence(0).split(' ').length - 1;
    const text = (from: number) =>
      Array.from({ length: 60 }, (_, i) => sentence(from + i)).join('');
    const turns = Array.from({ length: Math.ceil(120_000 / words / 60) }, (_, i) => text(i * 60));
    const start = performance.now();
    findThings(talk(turns));
    expect(performance.now() - start).toBeLessThan(HANG_MS);
  });

  it('does not hang on one endless turn or on hostile punctuation', () => {
    const start = performance.now();
    for (const text of ['Foo is a '.repeat(20_000), 'a-'.repeat(60_000), '[( '.repeat(60_000)]) {
      findThings(talk([text]));
    }
    expect(performance.now() - start).toBeLessThan(HANG_MS);
  });
});
