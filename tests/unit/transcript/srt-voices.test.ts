import { describe, expect, it } from 'vitest';
import { cues, srt } from '@/lib/transcript/formats/srt';
import { turnsOf } from './written';

/** Nothing here is measured: this only tells a hang from slow going on a busy machine. */
const HANG_MS = 60_000;

const at = (ms: number) => new Date(ms).toISOString().slice(11, 23).replace('.', ',');
const captions = (texts: readonly string[], each = 1_000) =>
  texts
    .map((text, i) => `${i + 1}\n${at(i * each)} --> ${at((i + 1) * each)}\n${text}`)
    .join('\n\n');

describe('SRT with a word a cue', () => {
  it('becomes turns, and keeps every word’s time', () => {
    const text = captions(['So', 'what', 'is', 'bread?'], 300);
    expect(srt.parse(text).turns).toEqual([
      { speaker: null, text: 'So what is bread?', startMs: 0, endMs: 1_200, line: 2 },
    ]);
    expect(cues(text).map(({ text, startMs }) => [text, startMs])).toEqual([
      ['So', 0],
      ['what', 300],
      ['is', 600],
      ['bread?', 900],
    ]);
  });

  it('that repeats the line to highlight its word says it once', () => {
    const text = captions([
      '<u>So</u> what is bread?',
      'So <u>what</u> is bread?',
      'So what is bread?',
      'So what <u>is</u> bread?',
      'So what is <font color="#00ff00">bread?</font>',
      'No.',
      'No.',
    ]);
    const { turns } = srt.parse(text);
    expect(turns).toMatchObject([{ text: 'So what is bread? No. No.', startMs: 0, endMs: 7_000 }]);
  });
});

describe('SRT with colours', () => {
  it('has a speaker a colour', () => {
    const text = captions([
      '<font color="#ffff00">Hello there.</font>',
      '<font color="#FFFF00">How are you?</font>',
      'Well, <i>thank</i> you.',
      '<font color=\'cyan\'>Me too.</font>\n<font color="#ffff00">Good.</font>',
    ]);
    const transcript = srt.parse(text);
    expect(turnsOf(transcript)).toEqual([
      ['Speaker 1', 'Hello there. How are you?'],
      ['Speaker 2', 'Well, thank you.'],
      ['Speaker 3', 'Me too.'],
      ['Speaker 1', 'Good.'],
    ]);
    expect(transcript.speakers.map(({ label }) => label)).toEqual([
      'colour #ffff00',
      'colour default',
      'colour cyan',
    ]);
  });

  it('keeps what two say alike, and one says twice', () => {
    const text = captions(
      ['yellow', 'cyan', 'yellow'].map((c) => `<font color="${c}">Yes.</font>`),
    );
    expect(turnsOf(srt.parse(text)).map(([, said]) => said)).toEqual(['Yes.', 'Yes.', 'Yes.']);
    const italic = captions(['<i>Yes.</i>', 'Yes.']);
    expect(turnsOf(srt.parse(italic))).toEqual([[null, 'Yes. Yes.']]);
  });

  it('that only stress a word, or are the same throughout, has none', () => {
    const stressed = ['a <font color="red">b</font> c', 'd <font color="red">e</font>', 'f'];
    expect(srt.parse(captions(stressed)).speakers).toEqual([]);
    const white = ['a', 'b'].map((text) => `<font color="#fff">${text}</font>`);
    expect(srt.parse(captions(white)).speakers).toEqual([]);
  });

  it('has the names where there are names', () => {
    const text = captions(['<font color="red">Ann: a</font>', '<font color="blue">Bo: b</font>']);
    expect(turnsOf(srt.parse(text))).toEqual([
      ['Ann', 'a'],
      ['Bo', 'b'],
    ]);
  });
});

describe('SRT with dashes', () => {
  it('begins a turn at each, and does not guess whose', () => {
    const text = captions(['- Who is there?\n- Me.', 'And', '-You again?', '–Yes, -5 degrees.']);
    expect(turnsOf(srt.parse(text))).toEqual([
      [null, 'Who is there?'],
      [null, 'Me. And'],
      [null, 'You again?'],
      [null, 'Yes, -5 degrees.'],
    ]);
  });

  it('keeps a dash that stands alone in a file, and numbers', () => {
    expect(turnsOf(srt.parse(captions(['- and so', 'on'])))).toEqual([[null, '- and so on']]);
    expect(turnsOf(srt.parse(captions(['-5 degrees', '-6 then'])))).toEqual([
      [null, '-5 degrees -6 then'],
    ]);
  });

  it('is read in linear time, whatever its tags', () => {
    for (const soup of [
      '<font ',
      '<font color="',
      '</font>',
      '- ',
      '<',
      '<u>',
      '{\\',
      ' ',
      '<u> ',
      '- <u>',
    ]) {
      const started = performance.now();
      srt.parse(captions([`words ${soup.repeat(30_000)}`, `${soup.repeat(30_000)} more`]));
      expect(performance.now() - started).toBeLessThan(HANG_MS);
    }
  });
});
