import type { z } from 'zod';
import { type JsonPath, walkJson } from './json-walk.ts';
import { readable } from './readable.ts';
import { TranscriptError } from './transcript.ts';

/** A text that can only be meant as JSON, judged by how it begins. */
export const seemsJson = (text: string): boolean =>
  /^\s{0,1000}(?:\{\s{0,1000}["'}]|\[\s{0,1000}[{])/.test(text.slice(0, 2_100));

interface Read {
  text: string;
  value: unknown;
  head: unknown;
}
/** Every format looks at the document, one after the other; weak, so that nothing is held afterwards. */
let latest: WeakRef<Read> | null = null;

/**
 * The value of a JSON text; each text is parsed once however many formats ask.
 * @throws TranscriptError with line and column where it is broken.
 */
export const readJson = (text: string): unknown => read(text).value;

/**
 * The beginning of a JSON document: the same shape with few of its entries, so that a format is told in
 * the same time however long the file is. Undefined where the text is no JSON.
 */
export function headOfJson(text: string): unknown {
  if (!seemsJson(text)) return undefined;
  try {
    return read(text).head;
  } catch {
    return undefined;
  }
}

function read(text: string): Read {
  const known = latest?.deref();
  if (known?.text === text) return known;
  let value: unknown;
  try {
    value = ESCAPED.test(text) ? JSON.parse(text, withoutControls) : JSON.parse(text);
  } catch {
    throw brokenJson(text);
  }
  const fresh = { text, value, head: headOf(value, DEEPEST) };
  latest = new WeakRef(fresh);
  return fresh;
}

/** What stands as a number may be a sign that no text can hold. */
const ESCAPED = /\\(?:b|u(?:00[017]|202|ff|d[89a-f]))/i;

const withoutControls = (_: string, value: unknown) =>
  typeof value === 'string' ? readable(value) : value;

function brokenJson(text: string): TranscriptError {
  const { index, why } = walkJson(text) ?? { index: text.length, why: 'it cannot be read' };
  const line = lineAt(text, index);
  const column = index - text.lastIndexOf('\n', index - 1);
  return new TranscriptError(
    `This JSON is broken at line ${line}, column ${column}: ${why}.`,
    line,
  );
}

const DEEPEST = 12;
const FEW = 8;
const MANY_KEYS = 64;

/** Entries made with `fromEntries` are the object's own, whatever their keys are called. */
function headOf(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === 0) return null;
  if (Array.isArray(value)) return value.slice(0, FEW).map((each) => headOf(each, depth - 1));
  return Object.fromEntries(
    Object.entries(value)
      .slice(0, MANY_KEYS)
      .map(([key, each]) => [key, headOf(each, depth - 1)]),
  );
}

/**
 * The document as its format has it.
 * @throws TranscriptError that names the first place which is otherwise.
 */
export function validated<T>(text: string, schema: z.ZodType<T>, format: string): T {
  const parsed = schema.safeParse(readJson(text));
  if (parsed.success) return parsed.data;
  const issue = parsed.error.issues[0];
  const path = (issue?.path ?? []).map((key) => (typeof key === 'symbol' ? String(key) : key));
  const where = path.join('.') || 'The document';
  throw new TranscriptError(
    `${where} is not as ${format} has it: ${issue?.message ?? 'it differs'}.`,
    linesOfPaths(text, [path]).get(pathKey(path)) ?? null,
  );
}

export const pathKey = (path: JsonPath): string => path.join('\u0000');

/** The lines, from 1, on which the values at these paths begin, by `pathKey`. Linear. */
export function linesOfPaths(text: string, paths: readonly JsonPath[]): Map<string, number> {
  const wanted = new Set(paths.map(pathKey));
  const deepest = Math.max(0, ...new Set(paths.map(({ length }) => length)));
  const lines = new Map<string, number>();
  if (!text.includes('\n')) return lines;
  let [line, counted] = [1, 0];
  walkJson(text, (index, path) => {
    if (path.length > deepest) return;
    const key = pathKey(path);
    if (!wanted.has(key)) return;
    line += countLines(text, counted, index);
    counted = index;
    lines.set(key, line);
  });
  return lines;
}

const lineAt = (text: string, index: number) => 1 + countLines(text, 0, index);

function countLines(text: string, from: number, to: number): number {
  let count = 0;
  for (let at = text.indexOf('\n', from); at >= 0 && at < to; at = text.indexOf('\n', at + 1)) {
    count++;
  }
  return count;
}
