import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { decode } from '@/lib/transcript/decode';
import { parseTranscript } from '@/lib/transcript/formats';
import { words } from './written';

/** Published transcripts that are not part of the project; without them there is nothing to check here. */
const folder = path.resolve(import.meta.dirname, '../../../../shared/transcripts');
const read = (name: string) => decode(readFileSync(path.join(folder, name)));
const spoken = (text: string) => parseTranscript(text).turns.flatMap((turn) => words(turn.text));
const lines = (text: string, isSpeech: (line: string) => boolean) =>
  text.split('\n').filter(isSpeech).join('\n');
/** Without Markdown's backslashes. */
const plain = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');

describe.skipIf(!existsSync(folder))('published transcripts', () => {
  it('Changelog: every word outside names, marks and times is in one turn, in order', () => {
    const text = read('changelog-practical-ai-250.md');
    const bare = text
      .replace(/^\*\*[^*]+:\*\* /gm, '')
      .replace(/\\\[(?:laughs|unintelligible [^\]]*|[\d:.]+)\\\]/g, ' ')
      .replace(/\\([[\]_*])/g, '$1');
    const transcript = parseTranscript(text);
    expect(transcript.format).toBe('named-lines');
    expect(transcript.speakers.map(({ name }) => name)).toEqual([
      'Daniel Whitenack',
      'Chris Benson',
      'Chang She',
    ]);
    expect(transcript.turns).toHaveLength(40);
    expect(spoken(text)).toEqual(words(bare));
    expect(transcript.notes).toHaveLength(9);
    expect(transcript.turns.filter(({ startMs }) => startMs !== null)).toHaveLength(5);
  });

  it('Bitcoin Transcripts with initials: names from their introduction, topics, references apart', () => {
    const text = read('btc-speaker-initials.md');
    const transcript = parseTranscript(text);
    expect(transcript).toMatchObject({
      format: 'bitcoin-transcripts',
      title: 'Every Bitcoin Hardware Wallet Sucks',
      date: '2019-08-08',
      speakers: [
        { label: 'SL', name: 'Stephan Livera' },
        { label: 'MF', name: 'Michael Flaxman' },
      ],
      warnings: [],
    });
    expect(transcript.headings).toHaveLength(20);
    const body = lines(
      text.slice(text.indexOf('# Intro')),
      (line) => !/^#|https?:\/\/\S+$/.test(line),
    )
      .replace(/^(?:(?:SL|MF)|[\w ]+ \((?:SL|MF)\)):/gm, '')
      .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
      .replaceAll('`', '');
    expect(spoken(text)).toEqual(words(plain(body)));
  });

  it('Bitcoin Transcripts with numbered speakers: every turn has its time', () => {
    const text = read('btc-speaker-n-time-line.md');
    const transcript = parseTranscript(text);
    expect(transcript.format).toBe('bitcoin-transcripts');
    expect(transcript.turns).toHaveLength(120);
    expect(transcript.headings).toHaveLength(12);
    expect(transcript.headings[0]).toEqual({
      title: "What he's been up to since the residency",
      turn: 14,
    });
    expect(transcript.turns.at(-1)).toMatchObject({ startMs: 1_504_000, text: 'Have fun here.' });
    const body = text.slice(text.indexOf('Speaker 0:'));
    expect(spoken(text)).toEqual(words(lines(body, (line) => !/^(?:#|Speaker \d: )/.test(line))));
  });

  it('Otter: unknown speakers are nobody, and said to be', () => {
    const text = read('otter-export.md');
    const transcript = parseTranscript(text);
    expect(transcript.format).toBe('speaker-lines');
    expect(transcript.speakers.map(({ name }) => name)).toEqual(['Emma', 'Wendy Fox', 'Kelly']);
    expect(transcript.turns.filter(({ speaker }) => speaker === null)).toHaveLength(27);
    expect(transcript.warnings).toHaveLength(1);
    expect(transcript.turns.every(({ startMs }) => startMs !== null)).toBe(true);
    expect(spoken(text)).toEqual(
      words(plain(lines(text, (line) => !/^\*\*[\w ]+\*\* [\d:]+\s*$/.test(line)))),
    );
  });

  it('orbit.fm: the same turns as its JSON, to the tenth of a second', () => {
    const transcript = parseTranscript(read('orbitfm-bookbytes-012.txt'));
    const json = JSON.parse(read('orbitfm-bookbytes-012.json')) as {
      transcript: { timestamp?: string; speaker?: string; text: string }[];
    };
    const said = json.transcript
      .map((each) => ({
        ...each,
        text: words(
          // A sign behind a mark ends what stood before it, where that had not ended.
          each.text.replace(
            /([.,!?…]?)\s*(?:\((?:laugh(?:s|ing)|affirmative|sighs|ding [^)]*)\)|\[[^\]]*inaudible\])([.,!?…]{0,3}(?=\s|$))?/gi,
            (_, before: string, after: string | undefined, at: number) =>
              `${before || (at > 0 ? (after ?? '') : '')} `,
          ),
        ).join(' '),
      }))
      .filter(({ timestamp, text }) => timestamp !== undefined && text !== '');
    expect(transcript.turns.map(({ text }) => text)).toEqual(said.map(({ text }) => text));
    expect(
      transcript.turns.map(({ speaker }) =>
        speaker === null ? undefined : transcript.speakers[speaker]?.name,
      ),
    ).toEqual(said.map(({ speaker }) => speaker));
    expect(transcript.turns[0]?.startMs).toBe(11_300);
  });

  it('Podcasting 2.0: the HTML says what the captions of the same episode say', () => {
    const page = parseTranscript(read('pc20-example.html'));
    const captions = parseTranscript(read('pc20-example.srt'));
    const who = ({ speakers, turns }: typeof page) =>
      turns.map(({ speaker }) => speakers[speaker ?? -1]?.name);
    expect(page.format).toBe('html');
    expect(page.turns.map(({ text }) => words(text))).toEqual(
      captions.turns.map(({ text }) => words(text)),
    );
    expect(who(page)).toEqual(who(captions));
  });

  it('refuses the list of where they come from', () => {
    expect(() => parseTranscript(read('SOURCES.md'))).toThrow(/it looks like a table/);
  });
});
