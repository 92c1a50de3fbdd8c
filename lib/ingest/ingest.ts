import type { SaveOutcome } from '../store/records.ts';
import { type LinkReport, StoreRefusal } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { parseChapters } from '../transcript/chapters.ts';
import { decode } from '../transcript/decode.ts';
import { TranscriptError } from '../transcript/transcript.ts';
import type { ModelSettings } from '../understanding/model/draft.ts';
import { type Composed, sourceHash } from './compose.ts';
import { type Composers, composeHere, composeInThreads } from './composers.ts';
import { describeLinks } from './describe-links.ts';
import { holdsFeed } from './feed.ts';
import { byName } from './files-of-one-talk.ts';
import { divide, type Job, jobsOfFeed } from './jobs.ts';
import type { IngestOptions } from './options.ts';
import { expandTarget, readSource } from './read-source.ts';
import { rewrite } from './rewrite.ts';
import { SourceError } from './source-error.ts';

/** With fewer files to go, threads cost more than they save. */
const FEW = 8;
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
  | { path: string; outcome: 'refused'; error: string }
  /** Says the same as another file of its name, with less. */
  | { path: string; outcome: 'beside'; why: string };

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
  /** Asked after each file: what is still to come is left for another time. */
  isStopped?: () => boolean;
}

/**
 * Reads, understands and stores every file behind the targets; a feed stands for the transcripts of its
 * episodes. Of many files the next are read while one is stored; they are stored in their order. A file that is refused does not keep the others out, and each
 * that goes in goes in whole.
 */
export async function ingest(request: IngestRequest): Promise<FileReport[]> {
  const { allowPrivate = false } = request;
  const options = request.chapters
    ? { ...request.options, chapters: await readChapters(request.chapters, allowPrivate) }
    : request.options;
  const reports: FileReport[] = [];
  const jobs: Job[] = [];
  const files: string[] = [];
  const keepComposed = request.store === null || request.composeAll === true;
  const record = (report: FileReport) => {
    const expected = jobs.reduce((sum, { group }) => sum + group.length, 0);
    request.onFile?.(report, reports.length + 1, Math.max(expected, reports.length + 1));
    // A library of years is not held in memory.
    const kept = keepComposed || !('composed' in report) ? report : { ...report, composed: null };
    reports.push(kept);
  };
  for (const target of request.targets) {
    try {
      files.push(...(await expandTarget(target)));
    } catch (error) {
      record({ path: target, outcome: 'refused', error: refusal(error, target) });
    }
  }
  const captions = request.captions
    ? await readSource(request.captions, { allowPrivate })
    : undefined;
  const plain = { options, chaptersAt: null, captions, beside: null };
  // Captions that the owner names are for each file by itself.
  const groups = captions ? files.map((file) => [file]) : byName(files);
  jobs.push(...groups.map((group) => ({ ...plain, file: group[0] ?? '', group })));
  const ahead = new Map<Job, Promise<Prepared>>();
  let composers = composeHere;
  try {
    // Feeds and files of one name add to the list while it is gone through.
    for (let next = 0; next < jobs.length; next++) {
      const job = jobs[next];
      if (!job) continue;
      if (composers === composeHere && jobs.length - next > FEW) composers = composeInThreads();
      for (const soon of jobs.slice(next, next + composers.most)) {
        if (!ahead.has(soon)) ahead.set(soon, prepared(soon, request, composers));
      }
      const answer = await ahead.get(job);
      ahead.delete(job);
      if (!answer) continue;
      if ('jobs' in answer) {
        jobs.splice(next, 1, ...answer.jobs);
        next--;
        for (const title of answer.without)
          request.onNote?.(`${job.file}: “${title}” has no transcript.`);
      } else record('outcome' in answer ? answer : await keep(job, answer, request));
      if (request.isStopped?.()) break;
    }
  } finally {
    await composers.close();
  }
  return reports;
}

/** A file that is read, or the files that stand for it, or what there is to report of it already. */
type Prepared = Composed | FileReport | { jobs: Job[]; without: string[] };

/** One that fails before anybody waits for it is no failure of the program's yet. */
function prepared(...of: Parameters<typeof prepare>): Promise<Prepared> {
  const preparing = prepare(...of);
  preparing.catch(() => {});
  return preparing;
}

/** Everything that needs no storing: read → parse → time → understand. */
async function prepare(job: Job, request: IngestRequest, composers: Composers): Promise<Prepared> {
  const { store, composeAll, allowPrivate = false } = request;
  const { file, options, chaptersAt, captions, beside } = job;
  try {
    if (job.group.length > 1) return { jobs: await divide(job), without: [] };
    if (beside && (store || !beside.isTranscript)) {
      return { path: file, outcome: 'beside', why: beside.why };
    }
    const source = await readSource(file, { allowPrivate });
    if (holdsFeed(source.bytes)) return jobsOfFeed(source, job);
    const full = await withChapters(options, chaptersAt, allowPrivate);
    const held = composeAll ? null : await store?.holding(sourceHash(source, full, captions));
    if (!held) return await composers.compose({ source, options: full, captions });
    return { path: file, outcome: 'same', slug: held, composed: null, notes: [], links: NO_LINKS };
  } catch (error) {
    const refused = { path: file, outcome: 'refused' as const, error: refusal(error, file) };
    const [next, ...others] = job.others ?? [];
    if (next === undefined) return refused;
    const instead = await prepare(
      { ...job, file: next, group: [next], others },
      request,
      composers,
    );
    return 'outcome' in instead && instead.outcome === 'refused' ? refused : instead;
  }
}

/** Stores what was read, whole or not at all. */
async function keep(
  { file, beside }: Job,
  { record, show }: Composed,
  { store, model = null }: IngestRequest,
): Promise<FileReport> {
  try {
    const { notes, ...rewritten } = await rewrite(record, record.understanding, model);
    if (beside) notes.push(`An ingest passes it over: ${beside.why}`);
    const composed = { show, record: { ...record, ...rewritten } };
    const path = record.source;
    if (!store)
      return { path, outcome: 'read', slug: record.slug, composed, notes, links: NO_LINKS };
    const { slug, outcome, lost, links, people } = await store.saveEpisode(composed.record);
    for (const { kind, words } of lost) notes.push(`No longer there (${kind}): “${words}”`);
    notes.push(...people, ...describeLinks(links));
    return { path, slug, outcome, composed, notes, links };
  } catch (error) {
    return { path: file, outcome: 'refused', error: refusal(error, file) };
  }
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
