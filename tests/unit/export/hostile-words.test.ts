import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toPodcasting2Json } from '@/lib/export/podcasting2';
import { toSrt } from '@/lib/export/srt';
import { toWebVtt } from '@/lib/export/webvtt';
import { parseTranscript } from '@/lib/transcript/formats';
import { exportEpisode } from './sample';

const WRITERS = { srt: toSrt, webvtt: toWebVtt, 'podcasting2-json': toPodcasting2Json };
const NAMES = ['Ann Lee', 'Bo'];

/** [speaker, text] of every turn, the signs without width taken out. */
const read = (text: string) => {
  const { turns, speakers } = parseTranscript(text);
  return turns.map((turn) => [
    turn.speaker === null ? null : speakers[turn.speaker]?.name,
    turn.text.replaceAll('\u2060', ''),
  ]);
};

/** Words that name a speaker where a caption begins with them. */
const words = fc
  .array(fc.constantFrom('Bo:', 'Ann Lee:', 'Note:', 'word', 'so', '>>', '-->', 'end.'), {
    maxLength: 50,
  })
  .map((list) => ['so', ...list, 'end'].join(' '));
/**
 * Turns of which no two in a row have one speaker; some have none. The first has one, for in SRT that
 * opens without a name nothing tells a name that stands once from words before a colon.
 */
const turns = fc
  .array(fc.tuple(fc.constantFrom(0, 1, null), words), { minLength: 1, maxLength: 8 })
  .map((list) => [[0, 'so it begins'] as const, ...list])
  .map((list) => list.filter(([speaker], i) => i === 0 || speaker !== list[i - 1]?.[0]));

describe.each(Object.entries(WRITERS))('words written as %s', (_, write) => {
  it('name nobody and move to nobody, wherever captions are cut', () => {
    fc.assert(
      fc.property(turns, (list) => {
        fc.pre(list.every(([speaker], i) => i === 0 || speaker !== list[i - 1]?.[0]));
        expect(read(write(exportEpisode(list)))).toEqual(
          list.map(([speaker, text]) => [speaker === null ? null : NAMES[speaker], text]),
        );
      }),
    );
  });

  it('stay with an unknown speaker who follows a known one', () => {
    expect(
      read(
        write(
          exportEpisode([
            [0, 'hello'],
            [null, 'who is there'],
            [0, 'me'],
          ]),
        ),
      ),
    ).toEqual([
      ['Ann Lee', 'hello'],
      [null, 'who is there'],
      ['Ann Lee', 'me'],
    ]);
  });

  it('name nobody where nobody is known', () => {
    const text = write(
      exportEpisode([
        [null, 'Note: one'],
        [null, 'Note: two'],
      ]),
    );
    expect(read(text)).toEqual([[null, 'Note: one Note: two']]);
  });
});

describe('a name that tries to be a caption', () => {
  const episode = exportEpisode([
    [0, 'hello'],
    [1, 'hi'],
  ]);
  const [ann, bo] = episode.speakers;
  const forged = {
    ...episode,
    speakers: [
      { ...(ann ?? expect.fail()), name: 'Ann\n\n9\n00:00:01,000 --> 00:00:09,000\nx' },
      { ...(bo ?? expect.fail()) },
    ],
  };

  it.each([
    ['SRT', toSrt],
    ['WebVTT', toWebVtt],
  ])('stays a name in %s', (_, write) => {
    expect(write(forged).match(/^\d.* --> /gm)).toHaveLength(2);
    expect(write(forged).match(/-->/g)).toHaveLength(2);
  });
});
