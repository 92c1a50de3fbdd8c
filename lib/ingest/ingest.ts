import type { SaveOutcome } from '../store/records.ts';
import { type LinkReport, StoreRefusal } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { parseChapters } from '../transcript/chapters.ts';
import { decode } from '../transcript/decode.ts';
import { TranscriptError } from '../transcript/transcript.ts';
import type { ModelSettings } from '../understanding/model/draft.ts';
import { type Composed, compose, type Source, sourceHash } from './compose.ts';
import { describeLinks } from './describe-links.ts';
import { isFeed, readFeed } from './feed.ts';
import type { IngestOptions } from './options.ts';
import { expandTarget, readSource } from './read-source.ts';
import { rewrite } from './rewrite.ts';
import { SourceError } from './source-error.ts';

const NO_LINKS: LinkReport = { moved: [], lost: [] };

/** What became of one file. */
export type FileReport =
  | {
      path: string;
      outcome: SaveOutcome | 'read';
      slug: string;
      composed: Composed | null;
      /** What the owner should know beside the file's warnings, a sentence each. */
      notes: string[];
      /** Links that a corrected file would have broken. */
      links: LinkReport;
    }
  | { path: string; outcome: 'refused'; error: string };

export interface IngestRequest {
  targets: readonly string[];
  options: IngestOptions;
  captions?: string;
  chapters?: string;
  /** The owner's language model, where there is one. */
  model?: ModelSettings | null;
  /** URLs may lead to this machine or a private network. */
  allowPrivate?: boolean;
  /** Null stores nothing (a dry run). */
  store: Pick<Store, 'saveEpisode' | 'holding'> | null;
  /** Compose also what is stored already, for a report that shows everything. */
  composeAll?: boolean;
  /** Told of every file as soon as it is done. */
  onFile?: (report: FileReport, done: number, of: number) => void;
  /** Told of what is worth knowing beside the files. */
  onNote?: (note: string) => void;
}

/** One file to be taken in, with what is said of it beside it. */
interface Job {
  file: string;
  options: IngestOptions;
  chaptersUrl: string | null;
}

/**
 * Reads, understands and stores every file behind the targets, one after the other; a feed stands
 * for the transcripts of its episodes. A file that is refused does not keep the others out, and each
 * that goes in goes in whole.
 */
export async function ingest(request: IngestRequest): Promise<FileReport[]> {
  const { allowPrivate = false } = request;
  const options = request.chapters
    ? { ...request.options, chapters: await readChapters(request.chapters, allowPrivate) }
    : request.options;
  const reports: FileReport[] = [];
  const jobs: Job[] = [];
  const keepComposed = request.store === null || request.composeAll === true;
  const record = (report: FileReport) => {
    request.onFile?.(report, reports.length + 1, Math.max(jobs.length, reports.length + 1));
    // A library of years is not held in memory.
    const kept =
      keepComposed || report.outcome === 'refused' ? report : { ...report, composed: null };
    reports.push(kept);
  };
  for (const target of request.targets) {
    try {
      const files = await expandTarget(target);
      jobs.push(...files.map((file) => ({ file, options, chaptersUrl: null })));
    } catch (error) {
      record({ path: target, outcome: 'refused', error: refusal(error, target) });
    }
  }
  const captions = request.captions
    ? await readSource(request.captions, { allowPrivate })
    : undefined;
  // Feeds add to the list while it is gone through.
  for (let next = 0; next < jobs.length; next++) {
    const job = jobs[next];
    if (!job) continue;
    const answer = await ingestFile(job, request, captions);
    if ('outcome' in answer) record(answer);
    else {
      jobs.splice(next, 1, ...answer.jobs);
      next--;
      for (const title of answer.without)
        request.onNote?.(`${job.file}: “${title}” has no transcript.`);
    }
  }
  return reports;
}

async function ingestFile(
  { file, options, chaptersUrl }: Job,
  { store, composeAll, model = null, allowPrivate = false }: IngestRequest,
  captions: Source | undefined,
): Promise<FileReport | { jobs: Job[]; without: string[] }> {
  try {
    const source = await readSource(file, { allowPrivate });
    const text = beginning(source);
    if (isFeed(text)) return jobsOf(source, options);
    const full = await withChapters(options, chaptersUrl, allowPrivate);
    const held = composeAll ? null : await store?.holding(sourceHash(source, full, captions));
    if (held)
      return {
        path: file,
        outcome: 'same',
        slug: held,
        composed: null,
        notes: [],
        links: NO_LINKS,
      };
    const { record, show } = compose(source, full, captions);
    const { notes, ...rewritten } = await rewrite(record, record.understanding, model);
    const composed = { show, record: { ...record, ...rewritten } };
    if (!store)
      return { path: file, outcome: 'read', slug: record.slug, composed, notes, links: NO_LINKS };
    const { slug, outcome, lost, links } = await store.saveEpisode(composed.record);
    for (const { kind, words } of lost) notes.push(`No longer there (${kind}): “${words}”`);
    notes.push(...describeLinks(links));
    return { path: file, slug, outcome, composed, notes, links };
  } catch (error) {
    return { path: file, outcome: 'refused', error: refusal(error, file) };
  }
}

const beginning = ({ bytes }: Source) =>
  new TextDecoder('utf-8').decode(bytes.subarray(0, 10_000)).replace(/^\uFEFF/, '');

/** What the owner says counts more than what the feed says. */
function jobsOf(source: Source, options: IngestOptions): { jobs: Job[]; without: string[] } {
  const { episodes, without } = readFeed(decode(source.bytes), source.location);
  if (episodes.length === 0) {
    throw new SourceError(
      `${source.location}: none of this feed’s ${without.length} episodes has a transcript (podcast:transcript).`,
    );
  }
  const own = Object.fromEntries(Object.entries(options).filter(([, said]) => said !== undefined));
  const jobs = episodes.map(({ location: file, options: said, chaptersUrl }) => ({
    file,
    chaptersUrl,
    options: { ...said, ...own, speakers: options.speakers },
  }));
  return { jobs, without };
}

/** The owner's chapters: they must be chapters. */
async function readChapters(location: string, allowPrivate: boolean) {
  const chapters = parseChapters(decode((await readSource(location, { allowPrivate })).bytes));
  if (chapters) return chapters;
  throw new SourceError(
    `${location}: these are no chapters; --chapters takes Podcasting 2.0 or Podlove JSON, or lines such as 0:12:34 Title.`,
  );
}

/** Chapters that the feed names; one that cannot be read does not keep the transcript out. */
async function withChapters(options: IngestOptions, url: string | null, allowPrivate: boolean) {
  if (url === null || options.chapters) return options;
  try {
    const chapters = parseChapters(decode((await readSource(url, { allowPrivate })).bytes));
    return chapters && chapters.length > 1 ? { ...options, chapters } : options;
  } catch (error) {
    if (error instanceof SourceError || error instanceof TranscriptError) return options;
    throw error;
  }
}

/** One sentence with file and line for what the owner can mend; anything else is a defect of ours and goes on up. */
function refusal(error: unknown, file: string): string {
  if (error instanceof TranscriptError) {
    return `${file}${error.line === null ? '' : `:${error.line}`}: ${error.message}`;
  }
  if (error instanceof StoreRefusal) return `${file}: ${error.message}`;
  if (error instanceof SourceError) return error.message;
  throw error;
}
