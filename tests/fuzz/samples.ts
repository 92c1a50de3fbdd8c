import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { heard, RECOGNISERS, SPEAKERS } from '../unit/transcript/recognised.ts';
import { WRITERS } from '../unit/transcript/written.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const LINES = [
  'Welcome, dear listeners. Today we talk of bread.',
  'Thank you for having me: really, it is 2,000 years old.',
  'So what is bread? <b>Nobody</b> knows [laughs] & nobody asks.',
  'It is R&D, “nearly” — and 日本語も話します。',
  'Right (0:42). שלום to everybody; naïve as it is…',
];

export interface Sample {
  format: string;
  text: string;
}

/** A valid file of every way of writing that Earmark reads: the seed, the examples, and made ones. */
export function samples(): Sample[] {
  const said = Array.from({ length: 12 }, (_, i) => ({
    name: ['Ann Lee', 'Bo Dahl', 'Speaker 3'][i % 3] ?? '',
    text: LINES[i % LINES.length] ?? '',
    startMs: i * 7_000,
  }));
  const spoken = heard(said.map(({ text }, i) => [i % SPEAKERS.length, text] as const));
  const captions = said
    .map(({ name, text, startMs }, i) => {
      const at = (ms: number) => new Date(ms).toISOString().slice(11, 23);
      return [i + 1, at(startMs), at(startMs + 5_000), name, text] as const;
    })
    .map(([n, from, to, name, text]) => ({ n, from, to, name, text }));
  return [
    ...WRITERS.map(([, format, , write]) => ({ format, text: write(said) })),
    ...RECOGNISERS.map(([, format, , write]) => ({ format, text: write(spoken) })),
    {
      format: 'webvtt',
      text: `WEBVTT\n\nNOTE a note\n\nSTYLE\n::cue { color: red }\n\n${captions
        .map(({ from, to, name, text }) => `${from} --> ${to} align:start\n<v ${name}>${text}</v>`)
        .join('\n\n')}`,
    },
    {
      format: 'srt',
      text: captions
        .map(
          ({ n, from, to, name, text }) =>
            `${n}\n${from.replace('.', ',')} --> ${to.replace('.', ',')}\n${name}: ${text}`,
        )
        .join('\n\n'),
    },
    {
      format: 'timed-lines',
      text: `[ti:Bread]\n${said.map(({ text }, i) => `0:${String(i + 10)} ${text}`).join('\n')}`,
    },
    {
      format: 'whisper-console',
      text: said.map(({ text }, i) => `[${i * 4}.00 --> ${i * 4 + 3}.50]  ${text}`).join('\n'),
    },
    { format: 'prose', text: said.map(({ text }) => text).join('\n\n') },
    {
      format: 'front matter',
      text: `---\ntitle: "Bread: a talk"\ndate: 2026-02-03\nspeakers: [Ann, Bo]\n---\n\n${said.map(({ name, text }) => `**${name}:** ${text}`).join('\n\n')}`,
    },
    ...files('seeds'),
    ...files('seeds/examples'),
  ];
}

function files(folder: string): Sample[] {
  const place = path.join(ROOT, folder);
  return readdirSync(place, { withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== 'README.md')
    .map(({ name }) => ({
      format: name,
      text: readFileSync(path.join(place, name), 'utf8').slice(0, 6_000),
    }));
}
