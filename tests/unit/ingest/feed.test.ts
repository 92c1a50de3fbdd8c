import { describe, expect, it } from 'vitest';
import { headingsOf } from '@/lib/ingest/chapter-headings';
import { isFeed, readFeed } from '@/lib/ingest/feed';
import { nameByPeople } from '@/lib/ingest/known-people';
import { SourceError } from '@/lib/ingest/source-error';

const FEED = `<?xml version="1.0" encoding="UTF-8"?>
<!-- made by hand -->
<rss version="2.0" xmlns:podcast="https://podcastindex.org/namespace/1.0" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd">
<channel><title>Slow Kitchen</title><language>en-gb</language>
<podcast:person role="host">Ann Lee</podcast:person>
<item><title>Bread &amp; time</title><pubDate>Sun, 01 Mar 2026 10:00:00 GMT</pubDate>
<enclosure url="https://x.example/a.mp3" type="audio/mpeg" length="1"/><itunes:duration>1:02:03</itunes:duration>
<podcast:transcript url="/a.txt" type="text/plain"/>
<podcast:transcript url="/a.vtt" type="text/vtt" language="en"/>
<podcast:chapters url="/c.json" type="application/json+chapters"/>
<podcast:soundbite startTime="73.0" duration="60.5">Why rye</podcast:soundbite>
<podcast:soundbite startTime="-1" duration="5">Nothing</podcast:soundbite>
<podcast:person role="guest">Bo Dahl</podcast:person></item>
<item><title>Silence</title></item>
<item><title>Elsewhere</title><podcast:transcript url="file:///etc/passwd" type="text/plain"/></item>
</channel></rss>`;

describe('a feed', () => {
  it('is told by its content', () => {
    expect(isFeed(FEED)).toBe(true);
    expect(isFeed('<rss version="2.0">')).toBe(true);
    expect(isFeed('WEBVTT\n\n00:00.000 --> 00:01.000\n<rss>')).toBe(false);
    expect(isFeed('<tt xmlns="http://www.w3.org/ns/ttml"><rss/></tt>')).toBe(false);
  });

  it('is read behind a document type, but not with entities of its own', () => {
    const behind = (type: string) => FEED.replace('<!-- made by hand -->', type);
    const plain = behind(
      '<!DOCTYPE rss PUBLIC "-//Old//DTD RSS 0.91//EN" "http://x.example/a.dtd">',
    );
    expect(isFeed(plain)).toBe(true);
    expect(readFeed(plain, 'https://x.example/feed.xml').episodes).toHaveLength(1);
    const own = behind('<!DOCTYPE rss [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>');
    expect(isFeed(own)).toBe(true);
    expect(() => readFeed(own, 'feed.xml')).toThrow(/entities of its own/);
    expect(isFeed(`${'<!DOCTYPE a>]>'.repeat(300)}<x>`)).toBe(false);
  });

  it('of Atom is refused for what it is', () => {
    const atom =
      '<?xml version="1.0"?>\n<feed xmlns="http://www.w3.org/2005/Atom"><title>x</title></feed>';
    expect(isFeed(atom)).toBe(true);
    expect(() => readFeed(atom, 'feed.xml')).toThrow(/Atom feed/);
  });

  it('in a file still knows where its addresses are', () => {
    const own = '<atom:link rel="self" href="https://x.example/show/feed.xml"/>';
    const copy = FEED.replace('<language>', `${own}<language>`)
      .replace('<rss ', '<rss xmlns:atom="http://www.w3.org/2005/Atom" ')
      .replace('/a.vtt', 'a.vtt');
    expect(readFeed(copy, '/tmp/feed.xml').episodes[0]?.location).toBe(
      'https://x.example/show/a.vtt',
    );
  });

  it('names transcripts, the best kind first, with what it says of their episodes', () => {
    const { episodes, without } = readFeed(FEED, 'https://x.example/feed.xml');
    expect(without).toEqual(['Silence', 'Elsewhere']);
    expect(episodes).toEqual([
      {
        location: 'https://x.example/a.vtt',
        others: ['https://x.example/a.txt'],
        chaptersUrl: 'https://x.example/c.json',
        options: {
          show: 'Slow Kitchen',
          title: 'Bread & time',
          date: '2026-03-01',
          language: 'en',
          media: 'https://x.example/a.mp3',
          mediaType: 'audio/mpeg',
          soundbites: [{ startMs: 73_000, durationMs: 60_500, title: 'Why rye' }],
          durationMs: 3_723_000,
          people: [
            { name: 'Ann Lee', role: 'host' },
            { name: 'Bo Dahl', role: 'guest' },
          ],
        },
      },
    ]);
  });

  it.each([
    ['<enclosure url="/a.jpg" type="image/jpeg"/><enclosure url="/a" type="video/mp4"/>', '/a'],
    ['<enclosure url="/a.m4a" type="application/octet-stream"/>', '/a.m4a'],
    ['<enclosure url="/a"/>', '/a'],
    ['<enclosure url="/a.pdf" type="application/pdf"/>', null],
    ['<enclosure url="file:///srv/media/a.mp3" type="audio/mpeg"/>', null],
    ['', null],
  ])('has its recording in %s', (enclosures, recording) => {
    const feed = FEED.replace(/<enclosure [^>]*>/, enclosures);
    const [episode] = readFeed(feed, 'https://x.example/feed.xml').episodes;
    expect(episode?.options.media).toBe(recording ? `https://x.example${recording}` : undefined);
    expect(episode?.options).not.toHaveProperty('mediaFile');
  });

  it('of this machine names no files of it', () => {
    for (const url of ['/etc/a.mp3', '../a.mp3', 'a.mp3', '\\\\host\\a.mp3']) {
      const feed = FEED.replace('https://x.example/a.mp3', url)
        .replace('"/a.vtt"', '"https://x.example/a.vtt"')
        .replace('"/a.txt"', '"https://x.example/a.txt"');
      const [episode] = readFeed(feed, '/srv/feeds/feed.xml').episodes;
      expect(episode?.location).toBe('https://x.example/a.vtt');
      expect(episode?.options).not.toHaveProperty('media');
    }
  });

  it('that is broken is refused in one sentence', () => {
    expect(() => readFeed('<rss', 'feed.xml')).toThrow(SourceError);
  });
});

describe('people who are said to be there', () => {
  const speaker = (label: string, name = label) => ({ label, name, role: null, inferred: false });
  const people = [
    { name: 'Ann Lee', role: 'host' as const },
    { name: 'Bo Dahl', role: 'guest' as const },
  ];

  it('give speakers of their name their role', () => {
    const { speakers } = nameByPeople([speaker('ann lee'), speaker('Bo')], people);
    expect(speakers).toMatchObject([
      { name: 'Ann Lee', role: 'host', inferred: false },
      { name: 'Bo Dahl', role: 'guest', inferred: true },
    ]);
  });

  it('give the last one open the last name open, and say that it is inferred', () => {
    const { speakers, warnings } = nameByPeople(
      [speaker('Ann Lee'), speaker('B', 'Speaker B')],
      people,
    );
    expect(speakers[1]).toMatchObject({ name: 'Bo Dahl', role: 'guest', inferred: true });
    expect(warnings[0]?.message).toContain('the only one left');
  });

  it('are never guessed where more than one is open', () => {
    const open = [speaker('A', 'Speaker A'), speaker('B', 'Speaker B')];
    expect(nameByPeople(open, people)).toEqual({ speakers: open, warnings: [] });
    expect(nameByPeople(open, []).speakers).toEqual(open);
  });
});

describe('published chapters', () => {
  it('begin with the nearest turn', () => {
    const turns = [0, 10_000, 61_000, 120_000].map((startMs) => ({ startMs }));
    const chapters = [
      { title: 'Second', startMs: 60_000 },
      { title: 'First', startMs: 0 },
      { title: 'Far beyond', startMs: 999_000 },
    ];
    expect(headingsOf(chapters, turns)).toEqual([
      { title: 'First', turn: 0 },
      { title: 'Second', turn: 2 },
      { title: 'Far beyond', turn: 3 },
    ]);
  });
});
