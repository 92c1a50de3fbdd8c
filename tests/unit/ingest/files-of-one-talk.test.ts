import { describe, expect, it } from 'vitest';
import { byName, joinFiles } from '@/lib/ingest/files-of-one-talk';

const LINES: [seconds: number, who: string, said: string][] = [
  [0, 'Ann', 'Welcome to the slow kitchen, where bread takes the time it needs.'],
  [5, 'Bo', 'A sour dough is a colony of yeasts and of bacteria that live together.'],
  [12, 'Ann', 'How long does such a colony need before it can lift a loaf of rye?'],
  [17, 'Bo', 'Ten days of feeding with flour and water, at the warmth of a living room.'],
];
const clock = (seconds: number) => `00:00:${String(seconds).padStart(2, '0')}`;
const named = LINES.map(([, who, said]) => `${who}: ${said}`).join('\n\n');
const plain = LINES.map(([, , said]) => said).join('\n\n');
const captions = (said = (words: string) => words) =>
  LINES.map(
    ([at, , words], i) => `${i + 1}\n${clock(at)},000 --> ${clock(at + 4)},500\n${said(words)}\n`,
  ).join('\n');
const chapters = JSON.stringify({
  version: '1.2.0',
  chapters: [
    { startTime: 0, title: 'Hello' },
    { startTime: 12, title: 'How long it takes' },
  ],
});
const source = (location: string, text: string) => ({
  location,
  bytes: new TextEncoder().encode(text),
});
const join = (files: Record<string, string>) =>
  joinFiles(Object.entries(files).map(([location, text]) => source(location, text)));

describe('files of a folder', () => {
  it('are grouped by their names, each group where its first file stands', () => {
    expect(
      byName(['a/bread.chapters.json', 'a/bread.srt', 'a/rye.txt', 'a/bread.txt', 'b/bread.txt']),
    ).toEqual([
      ['a/bread.chapters.json', 'a/bread.srt', 'a/bread.txt'],
      ['a/rye.txt'],
      ['b/bread.txt'],
    ]);
  });

  it('are never grouped by addresses', () => {
    const urls = ['https://a.example/talk.srt', 'https://a.example/talk.txt'];
    expect(byName(urls)).toEqual(urls.map((url) => [url]));
  });
});

describe('of files of one name', () => {
  it('the one with names is taken, with the times of the other', () => {
    const joined = join({ 'bread.srt': captions(), 'bread.txt': named });
    expect(joined).toMatchObject({ main: 'bread.txt', captions: { location: 'bread.srt' } });
    expect(joined?.beside).toEqual([
      { location: 'bread.srt', why: 'bread.txt takes its times from here.' },
    ]);
  });

  it('also where the other heard the words differently', () => {
    const misheard = captions((words) => words.replace(/bread|colony|flour/g, 'bred'));
    expect(join({ 'bread.srt': misheard, 'bread.txt': named })?.captions).not.toBeNull();
  });

  it('the one with times is taken where neither has names', () => {
    expect(join({ 'bread.txt': plain, 'bread.srt': captions() })).toMatchObject({
      main: 'bread.srt',
      captions: null,
      beside: [
        { location: 'bread.txt', why: 'The same talk as bread.srt, which has times as well.' },
      ],
    });
  });

  it('one that breaks off is not taken, whatever else it has', () => {
    const cut = named.split('\n\n').slice(0, 2).join('\n\n');
    expect(join({ 'bread.srt': captions(), 'bread.txt': cut })).toMatchObject({
      main: 'bread.srt',
      beside: [
        { location: 'bread.txt', why: 'The same talk as bread.srt, which has more of the talk.' },
      ],
    });
  });

  it('chapters are the chapters of the transcript', () => {
    expect(join({ 'bread.chapters.json': chapters, 'bread.txt': named })).toMatchObject({
      main: 'bread.txt',
      chapters: { location: 'bread.chapters.json' },
      beside: [],
    });
  });

  it('another talk stays by itself, as does what cannot be read', () => {
    const other =
      'Cy: Good evening from the harbour, where the wind has turned to the west at last.\n\nDi: The boats stay in tonight.';
    const joined = join({ 'bread.md': other, 'bread.json': '{"a": 1}', 'bread.txt': named });
    expect(joined).toEqual({ main: 'bread.txt', captions: null, chapters: null, beside: [] });
  });

  it('nothing is made where none is a transcript', () => {
    expect(join({ 'bread.json': '{"a": 1}', 'bread.chapters.json': chapters })).toBeNull();
  });
});
