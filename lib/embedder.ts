import { z } from 'zod';

/** What is wrong with an embedder; the message goes on after the place where it stands. */
export class EmbedderError extends Error {
  override name = 'EmbedderError';
}

const SOURCES = ['ollama', 'openAi', 'rest', 'huggingFace'] as const;
/** Every passage fits: 160 words with speaker, title and question. Meilisearch itself would cut at 400 bytes. */
const TEMPLATE_BYTES = 4_000;
/**
 * What an embedder reads of a passage, in Liquid; `doc` is a Passage. Who speaks, where, and what was
 * asked, tells what "it" is and what "yes" says.
 */
const TEMPLATE =
  '{% if doc.speakerName %}{{ doc.speakerName }} in {% endif %}“{{ doc.episodeTitle }}”: ' +
  '{% if doc.question %}{{ doc.question.text }} {% endif %}{{ doc.text }}';

const must = (what: string) => ({
  error: ({ input }: { input?: unknown }) => (input === undefined ? `is missing: ${what}` : what),
});
const text = z.string(must('must be a text')).min(1, { error: 'must not be empty' });
const url = z.url({ protocol: /^https?$/, ...must('must be an http(s) URL') });
const count = (what: string) => z.number(must(what)).int({ error: what }).positive({ error: what });
const SHARE = 'must be a number from 0 to 1';
const share = z.number(must(SHARE)).min(0, { error: SHARE }).max(1, { error: SHARE });
/** How many numbers its vectors have. Where it is not said Meilisearch asks, and waits for the answer. */
const dimensions = count('must be how many numbers a vector of the model has, such as 768');
const holding = (placeholder: string) =>
  z
    .record(z.string(), z.unknown(), must(`must be an object with "${placeholder}" in it`))
    .refine((value) => JSON.stringify(value).includes(placeholder), {
      error: `must have "${placeholder}" in it`,
    });

const common = {
  documentTemplate: text.default(TEMPLATE),
  documentTemplateMaxBytes: count('must be a number of bytes').default(TEMPLATE_BYTES),
  distribution: z
    .strictObject(
      { mean: share, sigma: share.positive({ error: 'must be more than 0' }) },
      must('must have a mean and a sigma'),
    )
    .optional(),
  binaryQuantized: z.boolean(must('must be true or false')).optional(),
};

/** An embedder as Meilisearch's settings have it (meilisearch.com/docs/reference/api/settings, v1.50). */
const Embedder = z.discriminatedUnion('source', [
  z.strictObject({
    source: z.literal('ollama'),
    model: text,
    dimensions,
    url: url
      .refine((value) => /\/api\/embed(dings)?$/.test(value), {
        error: 'must end in /api/embed or /api/embeddings',
      })
      .optional(),
    apiKey: text.optional(),
    ...common,
  }),
  z.strictObject({
    source: z.literal('openAi'),
    model: text.optional(),
    apiKey: text.optional(),
    url: url.optional(),
    dimensions: dimensions.optional(),
    ...common,
  }),
  z.strictObject({
    source: z.literal('rest'),
    url,
    dimensions,
    request: holding('{{text}}'),
    response: holding('{{embedding}}'),
    apiKey: text.optional(),
    headers: z
      .record(z.string(), text, must('must be an object of header names and values'))
      .optional(),
    ...common,
  }),
  z.strictObject({
    source: z.literal('huggingFace'),
    model: text.optional(),
    revision: text.optional(),
    pooling: z
      .enum(['useModel', 'forceMean', 'forceCls'], must('must be useModel, forceMean or forceCls'))
      .optional(),
    ...common,
  }),
]);
export type Embedder = z.infer<typeof Embedder>;

/**
 * Reads an embedder from its JSON.
 * @throws EmbedderError whose message never holds what was read: there may be a key in it.
 */
export function parseEmbedder(json: string): Embedder {
  const value = asJson(json);
  const { source } = z.object({ source: z.unknown() }).catch({ source: undefined }).parse(value);
  if (source === 'userProvided') {
    throw new EmbedderError(
      'source "userProvided" is not for Earmark, which makes no vectors of its own: choose ollama, openAi, rest or huggingFace',
    );
  }
  if (!SOURCES.some((known) => known === source))
    throw new EmbedderError(`source must be ${SOURCES.slice(0, -1).join(', ')} or huggingFace`);
  const parsed = Embedder.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') {
    throw new EmbedderError(
      `“${issue.keys[0]}” is nothing that an embedder with source ${source} has: leave it out`,
    );
  }
  throw new EmbedderError(`${issue?.path.join('.')} ${issue?.message}`);
}

function asJson(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    throw new EmbedderError(
      'is no JSON: write one object such as {"source": "ollama", "model": "nomic-embed-text", "dimensions": 768}',
    );
  }
}
