import type { z } from 'zod';
import { headOfJson, linesOfPaths, pathKey, validated } from './json-document.ts';
import type { JsonPath } from './json-walk.ts';
import { type ReadPieces, spokenCues, transcriptOfPieces } from './piece-transcript.ts';
import type { TranscriptFormat } from './transcript.ts';

/** A JSON format: how it is told, what it must hold, and where its words are. */
export interface JsonShape<T> {
  name: string;
  description: string;
  /** Whose format this is, for a sentence about a file that differs from it. */
  owner: string;
  /** What the beginning of a document must hold to be of this format; looser than `schema`. */
  signs: z.ZodType;
  /** How sure the format is where its signs are there. */
  sure?: number;
  schema: z.ZodType<T>;
  read(document: T): ReadPieces;
}

/** A format whose files are one JSON document with words or stretches in the order of speech. */
export function jsonFormat<T>(shape: JsonShape<T>): Required<TranscriptFormat> {
  const { name, description, owner, signs, sure = 0.95, schema } = shape;
  const read = (text: string) => shape.read(validated(text, schema, owner));
  return {
    name,
    description,

    detect(text) {
      const head = headOfJson(text);
      return head !== undefined && signs.safeParse(head).success ? sure : 0;
    },

    parse: (text) => transcriptOfPieces(name, read(text), linesIn(text)),

    cues: (text) => spokenCues(read(text).pieces),
  };
}

const linesIn = (text: string) => (places: readonly { path?: JsonPath }[]) => {
  const paths = places.flatMap(({ path }) => (path ? [path] : []));
  const lines = linesOfPaths(text, paths);
  return ({ path }: { path?: JsonPath }) => (path && lines.get(pathKey(path))) ?? 1;
};
