import { describe, expect, it } from 'vitest';
import { parseTimes, parseTranscript } from '@/lib/transcript/formats';
import { podloveXml } from '@/lib/transcript/formats/podlove-xml';
import { ttml } from '@/lib/transcript/formats/ttml';
import { timedTurnsOf, turnsOf } from './written';

const tt = (body: string, attributes = '', head = '') =>
  `<?xml version="1.0"?>\n<!-- made by hand -->\n<tt:tt xmlns:tt="http://www.w3.org/ns/ttml" ${attributes}>\n<tt:head>${head}</tt:head>\n<tt:body>${body}</tt:body></tt:tt>`;
const spans = (text: string) =>
  ttml.parse(text).turns.map(({ text, startMs, endMs }) => [text, startMs, endMs]);
const times = (begin: string, attributes = '') =>
  ttml.parse(tt(`<tt:p begin="${begin}">a</tt:p>`, attributes)).turns[0]?.startMs;

describe('TTML', () => {
  it('has paragraphs, line ends, entities and styled words', () => {
    const text = tt(
      '<tt:div><tt:p begin="00:00:01.500" end="00:00:04">So <tt:span style="b">Q&amp;A</tt:span>,<tt:br/>then &#8230;</tt:p>\n<tt:p begin="5s" dur="1500ms"><tt:metadata>not said</tt:metadata>yes</tt:p></tt:div>',
      'xml:lang="en-GB"',
      '<tt:metadata><ttm:title xmlns:ttm="m">Bread</ttm:title></tt:metadata><tt:styling><tt:style/>no</tt:styling>',
    );
    expect(ttml.parse(text)).toMatchObject({ language: 'en-GB', title: 'Bread', speakers: [] });
    expect(parseTimes(text).map(({ text, startMs, endMs }) => [text, startMs, endMs])).toEqual([
      ['So Q&A, then …', 1_500, 4_000],
      ['yes', 5_000, 6_500],
    ]);
  });

  it.each([
    ['00:00:02.5', '', 2_500],
    ['01:00:00:12', 'ttp:frameRate="24"', 3_600_500],
    ['00:00:01:15', '', 1_500],
    ['00:00:00:30', 'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"', 1_001],
    ['75f', 'ttp:frameRate="25"', 3_000],
    ['25000000t', 'ttp:tickRate="10000000"', 2_500],
    ['12t', 'ttp:frameRate="24"', 500],
    ['7t', '', 7_000],
    ['1.5h', '', 5_400_000],
    ['2m', '', 120_000],
    ['250ms', '', 250],
    ['12.345', '', 12_345],
    ['1:02.5', '', 62_500],
    ['soon', '', null],
    ['-1s', '', null],
  ])('%s with “%s” is %s', (begin, attributes, expected) => {
    expect(times(begin, attributes)).toBe(expected);
  });

  it('counts the times of what is inside from the beginning of what is around it', () => {
    expect(
      spans(
        tt(
          '<tt:div begin="10s"><tt:p begin="1s" end="4s"><tt:span begin="0.5s" end="1s">a</tt:span> <tt:span begin="2s">b</tt:span></tt:p></tt:div>',
        ),
      ),
    ).toEqual([['a b', 11_500, 14_000]]);
  });

  it('takes times of words for times of the recording where they can be nothing else', () => {
    const word = (begin: number) =>
      `<tt:span begin="${begin}s" end="${begin + 0.4}s">w${begin}</tt:span>`;
    const text = tt(
      `<tt:p begin="1s" end="9s">${word(1)} ${word(2)}</tt:p><tt:p begin="9s" end="12s">${word(10)}${word(11)}</tt:p>`,
    );
    expect(parseTimes(text).map(({ text, startMs }) => [text, startMs])).toEqual([
      ['w1', 1_000],
      ['w2', 2_000],
      ['w10w11', 10_000],
    ]);
  });

  it('has agents as speakers, by name where they have one', () => {
    const agents =
      '<tt:metadata><ttm:agent xml:id="a1" type="person"><ttm:name type="full">Ann Lee</ttm:name></ttm:agent><ttm:agent xml:id="v2" type="other"/></tt:metadata>';
    const text = tt(
      '<tt:div ttm:agent="a1"><tt:p begin="0s">Hi.</tt:p><tt:p begin="1s" ttm:agent="v2">Yes.</tt:p><tt:p begin="2s">So <tt:span ttm:agent="v2">No.</tt:span></tt:p></tt:div><tt:p begin="3s">Hm.</tt:p>',
      'xmlns:ttm="http://www.w3.org/ns/ttml#metadata"',
      agents,
    );
    const transcript = ttml.parse(text);
    expect(timedTurnsOf(transcript)).toEqual([
      ['Ann Lee', 'Hi.', 0],
      ['Speaker 1', 'Yes.', 1_000],
      ['Ann Lee', 'So', 2_000],
      ['Speaker 1', 'No.', 2_000],
      [null, 'Hm.', 3_000],
    ]);
    expect(transcript.warnings.some(({ message }) => /who speaks/.test(message))).toBe(true);
  });

  it('is told by its outermost element, not by words in it', () => {
    expect(ttml.detect('<p>a <tt begin="0s">b</tt></p>')).toBe(0);
    expect(ttml.detect('<!-- <tt> --><html><p>a</p></html>')).toBe(0);
    expect(ttml.detect('<!DOCTYPE tt [<!ENTITY a ">">]>\n<tt xml:lang="de">')).toBeGreaterThan(0.9);
  });
});

describe('Podlove XML', () => {
  it('has speeches of items', () => {
    const text = `<?xml version="1.0" encoding="UTF-8"?>
<pst:transcripts version="1.0" xmlns:pst="http://podlove.org/simple-transcripts">
  <pst:speech>
    <pst:speaker>Eric &amp; Co</pst:speaker>
    <pst:item start="00:00:00.005" end="00:00:09.458">Hallo
      und willkommen.</pst:item>
    <pst:item start="00:00:09.600" end="00:00:10.800">So.</pst:item>
  </pst:speech>
  <pst:speech><pst:item start="00:00:11.000" end="00:00:12.000"><![CDATA[a < b]]></pst:item></pst:speech>
</pst:transcripts>`;
    const transcript = parseTranscript(text);
    expect(transcript.format).toBe(podloveXml.name);
    expect(turnsOf(transcript)).toEqual([
      ['Eric & Co', 'Hallo und willkommen. So.'],
      [null, 'a < b'],
    ]);
    expect(transcript.turns).toMatchObject([
      { startMs: 5, endMs: 10_800, line: 5 },
      { startMs: 11_000, endMs: 12_000, line: 9 },
    ]);
    expect(transcript.warnings.map(({ line }) => line)).toEqual([9]);
  });
});
