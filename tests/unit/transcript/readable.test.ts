import { describe, expect, it } from 'vitest';
import { IngestOptions } from '@/lib/ingest/options';
import { decode } from '@/lib/transcript/decode';
import { parseTranscript } from '@/lib/transcript/formats/index';
import { readable } from '@/lib/transcript/readable';

describe('signs that no text can hold', () => {
  it('go, and what scripts need stays', () => {
    expect(readable('a\0b\x07c\x7f\u202Ed\u202C\uFFFEe\uD800f')).toBe('abcdef');
    const kept = 'Zeile\tund\nZeile, שלום\u200F, \u2068می\u200Cخواهم\u2069, 👩‍👧, e\u0301';
    expect(readable(kept)).toBe(kept);
  });

  it('end no words of a JSON transcript that come behind them', () => {
    const segments = [
      {
        speaker: 'Ann \u202ELee',
        startTime: 0,
        endTime: 4,
        body: 'Before \0it and \uD83Dbehind it.',
      },
      { speaker: 'Bo', startTime: 4, endTime: 6, body: '\u0007' },
      { speaker: 'Bo', startTime: 6, endTime: 9, body: 'A wave 🌊 is whole.' },
    ];
    const { turns, speakers } = parseTranscript(JSON.stringify({ version: '1.0.0', segments }));
    expect(turns.map(({ text }) => text)).toEqual([
      'Before it and behind it.',
      'A wave 🌊 is whole.',
    ]);
    expect(speakers[0]?.name).toBe('Ann Lee');
  });

  it('are left out of lines and of character references', () => {
    const srt = '1\n00:00:01,000 --> 00:00:03,000\nOne \u202Bof\u202C the &#8238;words\x01 here.\n';
    expect(parseTranscript(decode(Buffer.from(srt))).turns[0]?.text).toBe('One of the words here.');
  });

  it('are left out of what the owner or a feed calls things', () => {
    const options = IngestOptions.parse({
      title: 'Tides \u202Egnp.exe',
      show: '\u0007Slow Water',
      speakers: [{ label: 'A', name: 'Ann\0 Lee', role: null }],
    });
    expect([options.title, options.show, options.speakers[0]?.name]).toEqual([
      'Tides gnp.exe',
      'Slow Water',
      'Ann Lee',
    ]);
    expect(IngestOptions.safeParse({ title: '\u202E' }).success).toBe(false);
  });
});
