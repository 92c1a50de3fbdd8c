import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseChapters } from '@/lib/transcript/chapters';
import { decode } from '@/lib/transcript/decode';
import { formats, parseTimes, parseTranscript } from '@/lib/transcript/formats';
import { Transcript } from '@/lib/transcript/transcript';
import { words } from './written';

/** Published files that are not part of the project; without them there is nothing to check here. */
const folder = path.resolve(import.meta.dirname, '../../../../shared/transcripts');
const read = (name: string) => decode(readFileSync(path.join(folder, name)));
const parse = (name: string) => Transcript.parse(parseTranscript(read(name)));
const spoken = ({ turns }: Transcript) => turns.flatMap(({ text }) => words(text));
const sum = (counts: readonly number[]) => counts.reduce((a, b) => a + b, 0);

describe.skipIf(!existsSync(folder))('recordings of recognisers and players', () => {
  it.each([
    ['whisperx.json', 'whisperx-json', 32, 2_634, 0],
    ['whisper.tsv', 'whisper-tsv', 32, 2_634, 0],
    ['deepgram-nova2-diarized.json', 'deepgram-json', 10, 226, 3],
    ['assemblyai-utterances.json', 'assemblyai-json', 1, 60, 1],
    ['podlove-player-de.json', 'podlove-json', 211, 13_082, 4],
    ['orbitfm-bookbytes-012.json', 'entries-json', 262, 7_363, 4],
    ['pc20-example.json', 'podcasting2-json', 2, 5, 2],
  ])('%s is %s: %i turns, %i words, %i speakers', (file, format, turns, count, speakers) => {
    const transcript = parse(file);
    expect(transcript.format).toBe(format);
    expect([
      transcript.turns.length,
      spoken(transcript).length,
      transcript.speakers.length,
    ]).toEqual([turns, count, speakers]);
    const claims = formats.map((each) => each.detect(read(file))).sort((a, b) => b - a);
    expect(claims[0]).toBeGreaterThan(claims[1] ?? 0);
    expect(transcript.turns.every(({ startMs }) => startMs !== null)).toBe(true);
  });

  it('WhisperX and Whisper’s TSV of one recording say the same at the same times', () => {
    const [json, tsv] = [parse('whisperx.json'), parse('whisper.tsv')];
    expect(spoken(json)).toEqual(spoken(tsv));
    const document = JSON.parse(read('whisperx.json')) as {
      segments: { text: string; words: { word: string; start: number; end: number }[] }[];
    };
    expect(spoken(json)).toEqual(document.segments.flatMap(({ text }) => words(text)));
    expect(parseTimes(read('whisperx.json')).map(({ startMs, endMs }) => [startMs, endMs])).toEqual(
      document.segments.flatMap(({ words }) =>
        words
          .filter(({ start }) => start !== undefined)
          .map(({ start, end }) => [Math.round(start * 1000), Math.round(end * 1000)]),
      ),
    );
  });

  it('Deepgram: every word of its transcript, with the speaker of the word', () => {
    const document = JSON.parse(read('deepgram-nova2-diarized.json')) as {
      results: {
        channels: {
          alternatives: {
            transcript: string;
            words: { punctuated_word: string; speaker: number }[];
          }[];
        }[];
      };
    };
    const best = document.results.channels[0]?.alternatives[0];
    const transcript = parse('deepgram-nova2-diarized.json');
    expect(spoken(transcript)).toEqual(words(best?.transcript ?? ''));
    expect(
      transcript.turns.flatMap(({ speaker, text }) =>
        words(text).map(() => transcript.speakers[speaker ?? -1]?.label),
      ),
    ).toEqual(best?.words.map(({ speaker }) => String(speaker)));
  });

  it('AssemblyAI: its text, from the first word’s time to the last one’s', () => {
    const document = JSON.parse(read('assemblyai-utterances.json')) as {
      text: string;
      words: { start: number; end: number }[];
    };
    const transcript = parse('assemblyai-utterances.json');
    expect(spoken(transcript)).toEqual(words(document.text));
    expect(transcript).toMatchObject({
      language: 'en',
      speakers: [{ label: 'A', name: 'Speaker 1' }],
      turns: [{ startMs: document.words[0]?.start, endMs: document.words.at(-1)?.end }],
    });
  });

  it('Podlove: every line with its voice, on the line where it stands', () => {
    const text = read('podlove-player-de.json');
    const document = JSON.parse(text) as { voice: string; text: string; start_ms: number }[];
    const transcript = parse('podlove-player-de.json');
    expect(spoken(transcript)).toEqual(document.flatMap(({ text }) => words(text)));
    const voices = document.filter(({ voice }, i) => voice !== document[i - 1]?.voice);
    expect(
      transcript.turns.map(({ speaker, startMs }) => [
        transcript.speakers[speaker ?? -1]?.name,
        startMs,
      ]),
    ).toEqual(voices.map(({ voice, start_ms }) => [voice, start_ms]));
    const lines = text.split('\n');
    for (const { line, startMs } of transcript.turns) {
      expect(lines[line + 1]).toContain(`"start_ms": ${startMs},`);
    }
  });

  it('orbit.fm: its JSON says what its text says', () => {
    const [json, text] = [parse('orbitfm-bookbytes-012.json'), parse('orbitfm-bookbytes-012.txt')];
    expect(sum(json.turns.map((turn) => words(turn.text).length))).toBeGreaterThan(7_000);
    expect(spoken(json)).toEqual(spoken(text));
  });

  it('chapters are read as chapters, and refused as transcripts', () => {
    for (const [file, count, last] of [
      ['pc20-chapters.json', 10, { title: 'Outro', startMs: 6_089_000 }],
      ['podlove-player-de-chapters.json', 16, { title: 'Und Tschüss', startMs: 5_449_849 }],
    ] as const) {
      const chapters = parseChapters(read(file));
      expect(chapters).toHaveLength(count);
      expect(chapters?.at(-1)).toEqual(last);
      expect(() => parse(file)).toThrow(/not a transcript/);
    }
  });
});
