import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { type Embedder, EmbedderError, parseEmbedder } from './embedder.ts';

/** The environment says something that Earmark cannot use. The message is one sentence for its owner. */
export class SettingsError extends Error {
  override name = 'SettingsError';
}

const share = (what: string) =>
  z.string().refine((text) => /^\d*\.?\d+$/.test(text) && Number(text) <= 1, {
    error: `must be a number from 0 to 1: ${what}`,
  });

const Environment = z.object({
  DATA_DIR: z.string().min(1).default('./data'),
  DATABASE_URL: z
    .string()
    .startsWith('file:', { error: 'must begin with "file:" (SQLite is the database there is)' })
    .optional(),
  MEILI_HOST: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
  MEILI_API_KEY: z.string().optional(),
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
  MEDIA_DIR: z.string().optional(),
  EMBEDS: z.enum(['youtube'], { error: 'must be "youtube", or not set' }).optional(),
  ALLOW_PRIVATE_URLS: z.stringbool({ error: 'must be 1 or 0' }).default(false),
  SUMMARIZER_URL: z.url({ protocol: /^https?$/, error: 'must be an http(s) URL' }).optional(),
  SUMMARIZER_MODEL: z.string().optional(),
  SUMMARIZER_API_KEY: z.string().optional(),
  SEARCH_EMBEDDER: z.string().optional(),
  SEARCH_SEMANTIC_RATIO: share('0 is by words alone, 1 by meaning first').optional(),
  SEARCH_SEMANTIC_LEAST: share('how similar in meaning a passage must be').optional(),
});

/** Words and meaning weigh the same; “similar” is well above what a model says of unrelated texts. */
const SEMANTIC = { ratio: 0.5, least: 0.7 };

export interface Settings {
  /** Absolute folder that holds everything Earmark writes. */
  dataDir: string;
  /** "file:" URL of the database. */
  databaseUrl: string;
  /** The embedded search index, in a file of its own. */
  searchIndexPath: string;
  meilisearch: { host: string; apiKey: string | undefined } | null;
  /** Where the site is for those who link to it, without a slash at the end; null: as it was asked for. */
  publicUrl: string | null;
  /** Absolute folder of the owner's recordings: no other file is ever served. */
  mediaDir: string;
  /** Whose players may stand in our pages, once somebody asks for them. */
  embeds: 'youtube' | null;
  /** Ingest may read URLs that lead to this machine or a private network. */
  allowPrivateUrls: boolean;
  /** The language model that may write titles and summaries. */
  summarizer: { url: string; model: string; apiKey: string | null } | null;
  /** Search by meaning, through Meilisearch: its embedder, how much meaning weighs, how similar is similar. */
  semantic: { embedder: Embedder; ratio: number; least: number } | null;
}

/**
 * Reads and checks the environment, once. Relative paths count from `root`.
 * @throws SettingsError naming the variable, what is wrong with it and what would do.
 */
export function readSettings(env: NodeJS.ProcessEnv = process.env, root = process.cwd()): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== ''));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new SettingsError(`${issue?.path.join('.')} ${issue?.message}.`);
  }
  const { DATA_DIR, DATABASE_URL, MEILI_HOST, MEILI_API_KEY } = parsed.data;
  const { SUMMARIZER_URL: url, SUMMARIZER_MODEL: model, SUMMARIZER_API_KEY } = parsed.data;
  if ((url === undefined) !== (model === undefined)) {
    throw new SettingsError(
      `SUMMARIZER_URL and SUMMARIZER_MODEL go together: set SUMMARIZER_${url ? 'MODEL' : 'URL'} too.`,
    );
  }
  const dataDir = path.resolve(root, DATA_DIR);
  const file = DATABASE_URL?.slice('file:'.length).replace(/^\/\/(?=\/)/, '');
  return {
    dataDir,
    databaseUrl: `file:${file ? path.resolve(root, file) : path.join(dataDir, 'earmark.db')}`,
    searchIndexPath: path.join(dataDir, 'search.db'),
    meilisearch: MEILI_HOST ? { host: MEILI_HOST, apiKey: MEILI_API_KEY } : null,
    publicUrl: parsed.data.PUBLIC_URL?.replace(/\/+$/, '') ?? null,
    mediaDir: parsed.data.MEDIA_DIR
      ? path.resolve(root, parsed.data.MEDIA_DIR)
      : path.join(dataDir, 'media'),
    embeds: parsed.data.EMBEDS ?? null,
    allowPrivateUrls: parsed.data.ALLOW_PRIVATE_URLS,
    summarizer: url && model ? { url, model, apiKey: SUMMARIZER_API_KEY ?? null } : null,
    semantic: readSemantic(parsed.data, root),
  };
}

function readSemantic(
  { MEILI_HOST, SEARCH_EMBEDDER, ...given }: z.infer<typeof Environment>,
  root: string,
): Settings['semantic'] {
  const { SEARCH_SEMANTIC_RATIO: ratio, SEARCH_SEMANTIC_LEAST: least } = given;
  if (SEARCH_EMBEDDER === undefined) {
    const alone = ratio === undefined ? 'SEARCH_SEMANTIC_LEAST' : 'SEARCH_SEMANTIC_RATIO';
    if (ratio === undefined && least === undefined) return null;
    throw new SettingsError(
      `${alone} says nothing without SEARCH_EMBEDDER: set that, or unset it.`,
    );
  }
  if (MEILI_HOST === undefined) {
    throw new SettingsError(
      'SEARCH_EMBEDDER needs MEILI_HOST: it is Meilisearch that searches by meaning.',
    );
  }
  return {
    embedder: readEmbedder(SEARCH_EMBEDDER, root),
    ratio: Number(ratio ?? SEMANTIC.ratio),
    least: Number(least ?? SEMANTIC.least),
  };
}

/** The embedder's JSON itself, or the path of a file that holds it. */
function readEmbedder(given: string, root: string): Embedder {
  const inline = given.trimStart().startsWith('{');
  let json = given;
  try {
    if (!inline) json = readFileSync(path.resolve(root, given), 'utf8');
  } catch (error) {
    // Meant as JSON, but with something before it: there may be a key in it, so it is not repeated.
    if (given.includes('{')) {
      throw new SettingsError(
        'SEARCH_EMBEDDER must begin with “{” where it is JSON: take away what stands before it, such as quotation marks.',
      );
    }
    const { code } = error as NodeJS.ErrnoException;
    throw new SettingsError(
      `SEARCH_EMBEDDER names a file that cannot be read, ${given} (${code}): give the path of a JSON file, or the JSON itself.`,
    );
  }
  try {
    return parseEmbedder(json);
  } catch (error) {
    if (!(error instanceof EmbedderError)) throw error;
    throw new SettingsError(`SEARCH_EMBEDDER${inline ? '' : ` (${given})`}: ${error.message}.`);
  }
}
