import { parseRssFeed } from 'feedsmith';
import { z } from 'zod';
import { mediaTypeOf } from '../media/kinds.ts';
import { parseClock } from '../timing/clock.ts';
import { Role } from '../transcript/transcript.ts';
import { IngestOptions } from './options.ts';
import { SourceError } from './source-error.ts';

/** An episode of a feed that comes with a transcript. */
export interface FeedEpisode {
  /** Where the transcript is. */
  location: string;
  /** Where it is in other formats, should that one not be there or be none. */
  others: string[];
  /** What the feed says of the episode; the owner's own words count more. */
  options: Omit<Partial<IngestOptions>, 'speakers' | 'mediaFile' | 'noMedia'>;
  chaptersUrl: string | null;
}

/** What a podcast's feed holds for us. */
export interface Feed {
  episodes: FeedEpisode[];
  /** Titles of episodes that come without a transcript. */
  without: string[];
}

/** The more a format tells, the earlier it is taken: speakers and times, then times, then text. */
const PREFERRED = [
  /\bjson\b/i,
  /\bvtt\b/i,
  /\b(?:srt|subrip)\b/i,
  /\bhtml\b/i,
  /^text\//i,
  /./,
] as const;

const PersonRole = z.string().transform((role) => {
  const known = Role.safeParse(role.toLowerCase().replace(/^co-?/, ''));
  return known.success ? known.data : null;
});

/** No recording goes on for longer. */
const LATEST_SECONDS = 500 * 3_600;

/** What may stand before a feed's first element: declarations, comments, a document type. */
const BEFORE = String.raw`^\s*(?:<!--[^>]{0,2000}-->\s*|<\?[^>]{0,500}\?>\s*|<!DOCTYPE\s[^>]{0,9000}>\s*|<!ENTITY\s[^>]{0,2000}>\s*|\]>\s*)*`;
const RSS = new RegExp(`${BEFORE}<rss[\\s>]`, 'i');
const ATOM = new RegExp(`${BEFORE}<feed\\s[^>]{0,2000}http://www.w3.org/2005/Atom`, 'i');

/** Whether a text is a feed, though it may be one that we do not read. Looks at its beginning only. */
export function isFeed(text: string): boolean {
  const head = text.slice(0, 10_000);
  return RSS.test(head) || ATOM.test(head);
}

/** Whether bytes are a feed. */
export const holdsFeed = (bytes: Uint8Array): boolean =>
  isFeed(new TextDecoder('utf-8').decode(bytes.subarray(0, 10_000)).replace(/^\uFEFF/, ''));

/**
 * Reads a podcast's RSS feed with its Podcasting 2.0 tags (https://podcastindex.org/namespace/1.0):
 * transcripts, chapters, persons and soundbites. `location` resolves relative addresses.
 * @throws SourceError where it cannot be read as a feed.
 */
export function readFeed(text: string, location: string): Feed {
  const feed = parse(text, location);
  const base = URL.canParse(location) ? location : (selfOf(feed) ?? location);
  const hosts = peopleOf(feed.podcast?.persons);
  const episodes: FeedEpisode[] = [];
  const without: string[] = [];
  for (const item of feed.items ?? []) {
    const title = item.title?.trim() || 'untitled';
    const transcripts = preferred(item.podcast?.transcripts ?? [], base);
    const [transcript] = transcripts;
    if (!transcript) {
      without.push(title);
      continue;
    }
    // Without `mediaFile`: nothing that a feed says becomes a path on this machine.
    const options = IngestOptions.omit({
      speakers: true,
      mediaFile: true,
      noMedia: true,
    }).safeParse({
      show: feed.title?.trim() || undefined,
      title: item.title?.trim() || undefined,
      date: dayOf(item.pubDate),
      language: languageOf(transcript.language) ?? languageOf(feed.language),
      ...recordingIn(item.enclosures ?? [], base),
      durationMs: durationOf(item.itunes?.duration),
      soundbites: soundbitesOf(item.podcast?.soundbites),
      people: distinct([...hosts, ...peopleOf(item.podcast?.persons)]),
    });
    episodes.push({
      location: transcript.address,
      others: transcripts.slice(1).map(({ address }) => address),
      options: options.success ? options.data : {},
      chaptersUrl: resolve(item.podcast?.chapters?.url, base),
    });
  }
  return { episodes, without };
}

function parse(text: string, location: string) {
  const head = text.slice(0, 10_000);
  if (!RSS.test(head)) {
    throw new SourceError(
      `${location}: this is an Atom feed, which says nothing of transcripts; name the podcast’s RSS feed.`,
    );
  }
  if (/<!ENTITY/i.test(head)) {
    throw new SourceError(
      `${location}: this feed declares entities of its own (<!ENTITY …>), which are not read.`,
    );
  }
  try {
    return parseRssFeed(
      text.replace(/^(\s*(?:<\?[^>]{0,500}\?>\s*)*)<!DOCTYPE[^>]{0,9000}>/i, '$1'),
    );
  } catch (cause) {
    throw new SourceError(`${location}: this looks like a feed, but cannot be read as RSS.`, {
      cause,
    });
  }
}

const AtomLinks = z.object({
  links: z.array(z.object({ rel: z.string().optional(), href: z.string().optional() })),
});

/** Where a feed says that it is: a copy of it in a file still has its addresses. */
function selfOf({ atom, link }: { atom?: unknown; link?: string | undefined }): string | null {
  const { links } = AtomLinks.safeParse(atom).data ?? { links: [] };
  const own = links.find(({ rel }) => rel === 'self')?.href ?? link;
  return own !== undefined && /^https?:/i.test(own) && URL.canParse(own) ? own : null;
}

/** Those that can be read, the one that tells most first. */
function preferred<T extends { url?: string; type?: string }>(
  transcripts: readonly T[],
  base: string,
): (T & { address: string })[] {
  const worth = ({ type = 'unknown' }: T) => PREFERRED.findIndex((kind) => kind.test(type));
  return transcripts
    .flatMap((transcript) => {
      const address = resolve(transcript.url, base);
      return address === null ? [] : [{ ...transcript, address }];
    })
    .sort((a, b) => worth(a) - worth(b));
}

function resolve(url: string | undefined, base: string): string | null {
  if (!url) return null;
  const from = URL.canParse(base) ? base : undefined;
  if (!URL.canParse(url, from)) return null;
  const address = new URL(url, from);
  return /^https?:$/.test(address.protocol) ? address.href : null;
}

/** The first enclosure that is a recording, by its type or else by its name: some are pictures or papers. */
function recordingIn(enclosures: readonly { url?: string; type?: string }[], location: string) {
  for (const { url, type = '' } of enclosures) {
    const media = resolve(url, location);
    if (!media) continue;
    const said = /^(?:audio|video)\/[\w.+-]{1,60}$/i.exec(type.trim())?.[0].toLowerCase();
    const mediaType = said ?? mediaTypeOf(new URL(media).pathname) ?? undefined;
    if (mediaType) return { media, mediaType };
    if (type.trim() === '') return { media };
  }
  return {};
}

function dayOf(date: unknown): string | undefined {
  const day = typeof date === 'string' ? new Date(date) : date;
  if (!(day instanceof Date) || Number.isNaN(day.getTime())) return undefined;
  return day.toISOString().slice(0, 10);
}

function languageOf(tag: string | undefined): string | undefined {
  return tag && /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/i.test(tag)
    ? tag.replace(/^[A-Z]+/, (first) => first.toLowerCase())
    : undefined;
}

/** itunes:duration is seconds or h:mm:ss. */
function durationOf(duration: unknown): number | undefined {
  if (typeof duration === 'number') return duration > 0 ? Math.round(duration * 1000) : undefined;
  return (typeof duration === 'string' && parseClock(duration)) || undefined;
}

/** In seconds; one that begins or lasts as nothing does is left out. */
function soundbitesOf(
  soundbites: readonly { startTime?: number; duration?: number; display?: string }[] = [],
) {
  const found = soundbites.flatMap(({ startTime = -1, duration = 0, display }) =>
    startTime >= 0 && duration > 0 && startTime + duration < LATEST_SECONDS
      ? {
          startMs: Math.round(startTime * 1000),
          durationMs: Math.max(1, Math.round(duration * 1000)),
          title: display?.slice(0, 500),
        }
      : [],
  );
  return found.length > 0 ? found : undefined;
}

function peopleOf(persons: readonly { display?: string; role?: string }[] = []) {
  return persons.flatMap(({ display, role }) =>
    display?.trim() ? [{ name: display.trim(), role: PersonRole.parse(role ?? 'host') }] : [],
  );
}

const distinct = <T extends { name: string }>(people: readonly T[]): T[] => [
  ...new Map(people.map((person) => [person.name.toLowerCase(), person])).values(),
];
