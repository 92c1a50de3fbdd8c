import type { SaveOutcome } from '../store/records.ts';
import { StoreRefusal } from '../store/records.ts';
import type { Store } from '../store/store.ts';
import { TranscriptError } from '../transcript/transcript.ts';
import type { ModelSettings } from '../understanding/model/draft.ts';
import { type Composed, compose, type Source, sourceHash } from './compose.ts';
import type { IngestOptions } from './options.ts';
import { expandTarget, readSource } from './read-source.ts';
import { rewrite } from './rewrite.ts';
import { SourceError } from './source-error.ts';

/** What became of one file. */
export type FileReport =
  | {
      path: string;
      outcome: SaveOutcome | 'read';
      slug: string;
      composed: Composed | null;
      /** What the owner should know beside the file's warnings, a sentence each. */
      notes: string[];
    }
  | { path: string; outcome: 'refused'; error: string };

export interface IngestRequest {
  targets: readonly string[];
  options: IngestOptions;
  captions?: string;
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
}

/**
 * Reads, understands and stores every file behind the targets, one after the other. A file that is
 * refused does not keep the others out, and each that goes in goes in whole.
 */
export async function ingest(request: IngestRequest): Promise<FileReport[]> {
  const reports: FileReport[] = [];
  const files: string[] = [];
  const record = (report: FileReport) => {
    reports.push(report);
    request.onFile?.(report, reports.length, Math.max(files.length, reports.length));
  };
  for (const target of request.targets) {
    try {
      files.push(...(await expandTarget(target)));
    } catch (error) {
      record({ path: target, outcome: 'refused', error: refusal(error, target) });
    }
  }
  const { allowPrivate = false } = request;
  const captions = request.captions
    ? await readSource(request.captions, { allowPrivate })
    : undefined;
  for (const file of files) record(await ingestFile(file, request, captions));
  return reports;
}

async function ingestFile(
  file: string,
  { options, store, composeAll, model = null, allowPrivate = false }: IngestRequest,
  captions: Source | undefined,
): Promise<FileReport> {
  try {
    const source = await readSource(file, { allowPrivate });
    const held = composeAll ? null : await store?.holding(sourceHash(source, options, captions));
    if (held) return { path: file, outcome: 'same', slug: held, composed: null, notes: [] };
    const { record, show } = compose(source, options, captions);
    const { notes, ...rewritten } = await rewrite(record, record.understanding, model);
    const composed = { show, record: { ...record, ...rewritten } };
    if (!store) return { path: file, outcome: 'read', slug: record.slug, composed, notes };
    const { slug, outcome, lost } = await store.saveEpisode(composed.record);
    for (const { kind, words } of lost) notes.push(`No longer there (${kind}): “${words}”`);
    return { path: file, slug, outcome, composed, notes };
  } catch (error) {
    return { path: file, outcome: 'refused', error: refusal(error, file) };
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
