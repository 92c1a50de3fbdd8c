import path from 'node:path';
import { decode } from '../transcript/decode.ts';
import type { Source } from './compose.ts';
import { type FeedEpisode, holdsFeed, readFeed } from './feed.ts';
import { joinFiles } from './files-of-one-talk.ts';
import type { IngestOptions } from './options.ts';
import { readSource } from './read-source.ts';
import { SourceError } from './source-error.ts';

/** One file to be taken in, with what is said of it beside it. */
export interface Job {
  file: string;
  /** Where else it is, should it not be there or be no transcript. */
  others?: string[];
  options: IngestOptions;
  /** Where its chapters are, if not in the options. */
  chaptersAt: string | null;
  captions: Source | undefined;
  /** All files of its name, itself among them, while nobody has looked at what they are to each other. */
  group: string[];
  /** Why another file of its name is taken instead; what is a transcript is read by a dry run all the same. */
  beside: { why: string; isTranscript: boolean } | null;
}

/** Files of one name are one episode as far as they hold the same talk. */
export async function divide(job: Job): Promise<Job[]> {
  const alone = (file: string) => ({ ...job, file, group: [file] });
  const sources: Source[] = [];
  for (const file of job.group) {
    const source = await readSource(file).catch(() => null);
    if (source) sources.push({ ...source, location: file });
  }
  const joined = joinFiles(sources.filter(({ bytes }) => !holdsFeed(bytes)));
  if (!joined) return job.group.map(alone);
  const { main, captions, chapters, beside } = joined;
  return job.group.map((file) => {
    if (file === main) {
      const chaptersAt = chapters?.location ?? null;
      return { ...alone(file), captions: captions ?? undefined, chaptersAt };
    }
    if (file === chapters?.location) {
      const why = `${path.basename(main)} takes its chapters from here.`;
      return { ...alone(file), beside: { why, isTranscript: false } };
    }
    const why = beside.find(({ location }) => location === file)?.why;
    return { ...alone(file), beside: why ? { why, isTranscript: true } : null };
  });
}

/** What the owner says counts more than what the feed says. */
export function jobsOfFeed(source: Source, job: Job): { jobs: Job[]; without: string[] } {
  const { episodes, without } = readFeed(decode(source.bytes), source.location);
  if (episodes.length === 0) {
    throw new SourceError(
      `${source.location}: none of this feed’s ${without.length} episodes has a transcript (podcast:transcript).`,
    );
  }
  const { options } = job;
  const own = Object.fromEntries(Object.entries(options).filter(([, said]) => said !== undefined));
  const heard = 'media' in own || 'mediaFile' in own || 'noMedia' in own;
  const jobs = episodes.map(({ location: file, others, options: said, chaptersUrl }) => ({
    ...job,
    file,
    others,
    group: [file],
    chaptersAt: chaptersUrl,
    options: { ...(heard ? withoutMedia(said) : said), ...own, speakers: options.speakers },
  }));
  return { jobs, without };
}

/** The owner's recording stands in the place of the feed's, with its kind. */
const withoutMedia = ({ media: _, mediaType: __, ...said }: FeedEpisode['options']) => said;
