import type { Transcript } from '@/lib/transcript/transcript';

/** Turns as [name, words], for reading a test at a glance. */
export const turnsOf = ({ speakers, turns }: Transcript) =>
  turns.map(({ speaker, text }) => [speaker === null ? null : speakers[speaker]?.name, text]);

/** Turns as [name, words, start in milliseconds]. */
export const timedTurnsOf = ({ speakers, turns }: Transcript) =>
  turns.map(({ speaker, text, startMs }) => [
    speaker === null ? null : speakers[speaker]?.name,
    text,
    startMs,
  ]);

export const words = (text: string) => text.split(/\s+/).filter(Boolean);

/** A turn of a conversation that is to be written in some format. */
export interface Said {
  name: string;
  text: string;
  startMs: number;
}

const two = (value: number) => String(value).padStart(2, '0');
/** "00:01:02" */
export const longClock = (ms: number) =>
  `${two(Math.floor(ms / 3_600_000))}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`;
/** "1:02", as Otter writes it. */
export const shortClock = (ms: number) =>
  ms < 3_600_000
    ? `${Math.floor(ms / 60_000)}:${two(Math.floor(ms / 1000) % 60)}`
    : longClock(ms).replace(/^0/, '');

const escaped = (text: string) =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');
const each = (write: (said: Said) => string) => (list: readonly Said[]) =>
  `${list.map(write).join('\n\n')}\n`;

/** The same conversation as tools write it: [what, the format that must claim it, whether it has times, writer]. */
export const WRITERS: [string, string, boolean, (list: readonly Said[]) => string][] = [
  ['Name: text', 'named-lines', false, each(({ name, text }) => `${name}: ${text}`)],
  [
    'Name: text, line by line',
    'named-lines',
    false,
    (list) => list.map(({ name, text }) => `${name}: ${text}`).join('\n'),
  ],
  ['Changelog', 'named-lines', false, each(({ name, text }) => `**${name}:** ${text}`)],
  [
    'Changelog with times',
    'named-lines',
    true,
    each(({ name, text, startMs }) => `**${name}:** \\[${longClock(startMs)}\\] ${text}`),
  ],
  [
    '[time] Name: text',
    'named-lines',
    true,
    each(({ name, text, startMs }) => `[${longClock(startMs)}] ${name}: ${text}`),
  ],
  [
    'orbit.fm',
    'named-lines',
    true,
    each(({ name, text, startMs }) => `${longClock(startMs)}.0 **${name}** ${text}`),
  ],
  [
    'Trint',
    'named-lines',
    true,
    each(({ name, text, startMs }) => `${name} [${longClock(startMs)}] ${text}`),
  ],
  [
    'a Markdown quotation',
    'named-lines',
    false,
    each(({ name, text }) => `> **${name}:** ${text}`),
  ],
  ['names alone', 'speaker-lines', false, each(({ name, text }) => `${name}\n${text}`)],
  [
    'Rev',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) => `${name} (${longClock(startMs)}):\n${text}`),
  ],
  [
    'Otter',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) => `${name}  ${shortClock(startMs)}  \n${text}`),
  ],
  [
    'Otter in Markdown',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) => `**${name}** ${shortClock(startMs)}  \n${text}`),
  ],
  [
    'Descript',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) => `[${longClock(startMs)}] ${name}:\n${text}`),
  ],
  [
    'Riverside',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) => `${name} (${shortClock(startMs)})\n${text}`),
  ],
  [
    'Zoom',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) =>
      `[${name}] ${longClock(startMs)}\n${text}`.replace(/^\[(.*?)\]/, '$1\t'),
    ),
  ],
  [
    'Name [time]',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) => `${name} [${longClock(startMs)}]\n${text}`),
  ],
  [
    'time Name:',
    'speaker-lines',
    true,
    each(({ name, text, startMs }) => `${longClock(startMs)} ${name}:\n${text}`),
  ],
  [
    'Bitcoin Transcripts',
    'bitcoin-transcripts',
    true,
    (list) =>
      `---\ntitle: Bread: a talk\ntranscript_by: somebody\n---\n\n${each(({ name, text, startMs }) => `${name}: ${longClock(startMs)}\n\n${text}`)(list)}`,
  ],
  ['script', 'script', false, each(({ name, text }) => `#### ${name}\n\n${text}`)],
  [
    'Podcasting 2.0 HTML',
    'html',
    true,
    each(
      ({ name, text, startMs }) =>
        `<cite>${escaped(name)}:</cite>\n<time>${shortClock(startMs)}</time>\n<p>${escaped(text)}</p>`,
    ),
  ],
  [
    'a page',
    'html',
    false,
    (list) =>
      `<!doctype html><html><head><title>Bread</title></head><body>${each(({ name, text }) => `<p><strong>${escaped(name)}:</strong> ${escaped(text)}</p>`)(list)}</body></html>`,
  ],
];
