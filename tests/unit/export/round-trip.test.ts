import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toMarkdown } from '@/lib/export/markdown';
import { toPodcasting2Json } from '@/lib/export/podcasting2';
import { toSrt } from '@/lib/export/srt';
import { toText } from '@/lib/export/text';
import { toWebVtt } from '@/lib/export/webvtt';
import { parseTranscript } from '@/lib/transcript/formats';
import { exportEpisode, someTurns } from './sample';

const WRITERS = { srt: toSrt, webvtt: toWebVtt, 'podcasting2-json': toPodcasting2Json };

describe.each(Object.entries(WRITERS))('what is written as %s', (format, write) => {
  it('reads back with the same words, speakers and times', () => {
    fc.assert(
      fc.property(someTurns, (turns) => {
        const transcript = parseTranscript(write(exportEpisode(turns)));
        expect(transcript.format).toBe(format);
        const read = transcript.turns.map(({ speaker, text, startMs, endMs }) => ({
          speaker: transcript.speakers[speaker ?? -1]?.name,
          text: text.replaceAll('\u2060', ''),
          startMs,
          endMs,
        }));
        expect(read).toEqual(
          turns.map(([speaker, text], i) => ({
            speaker: ['Ann Lee', 'Bo'][speaker],
            text,
            startMs: i * 5_000,
            endMs: i * 5_000 + 5_000,
          })),
        );
      }),
    );
  });
});

describe.each([
  ['text', toText],
  ['Markdown', toMarkdown],
  ['SRT', toSrt],
  ['WebVTT', toWebVtt],
  ['JSON', toPodcasting2Json],
])('somebody with a nickname, written as %s', (_, write) => {
  it.each(['Shawn “Swyx” Wang', 'Ann "AJ" Lee', 'Bo ‘Red’ Dahl', 'Jean «Jo» Roy'])(
    'is %s again, with the same words, and nobody says the summary',
    (name) => {
      const lines = Array.from({ length: 12 }, (_, i) => {
        const text = `It takes a day or two, and in winter number ${i} takes longer than that.`;
        return [i % 2, text] as const;
      });
      const episode = exportEpisode(lines);
      const [first, second] = episode.speakers;
      if (!first || !second) throw new Error('two speak');
      const renamed = { ...episode, speakers: [{ ...first, name }, second] };
      const read = parseTranscript(write(renamed));
      expect(
        read.turns.map(({ speaker, text }) => [read.speakers[speaker ?? -1]?.name, text]),
      ).toEqual(lines.map(([speaker, text]) => [speaker === 0 ? name : 'Bo', text]));
      if (write === toMarkdown) {
        expect(read.publisherSummary).toBe('About bread.\n\nAnd *time*.');
        expect(read.headings).toEqual([{ title: 'The start', turn: 0 }]);
      }
    },
  );
});

describe('captions', () => {
  const episode = exportEpisode([
    [0, 'a few words more than one line can hold, again and again '.repeat(4).trim()],
  ]);

  it('have two lines of 42 characters at most', () => {
    const cues = toWebVtt(episode).split('\n\n').slice(2);
    expect(cues.length).toBeGreaterThan(1);
    for (const cue of cues) {
      const [, ...lines] = cue
        .trim()
        .replace(/<v [^>]*>/, '')
        .split('\n');
      expect(lines.length).toBeLessThanOrEqual(2);
      for (const line of lines) expect(line.length).toBeLessThanOrEqual(42);
    }
  });

  it('say that their times are estimates', () => {
    expect(toWebVtt(episode)).toMatch(/^NOTE\n(?:.+\n)*Times are estimates/m);
  });
});
