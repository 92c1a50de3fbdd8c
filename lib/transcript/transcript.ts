import { z } from 'zod';
import type { Cue } from './cue.ts';

/** Something in a file that its reader should know of. `line` counts from 1. */
export const Warning = z.object({ line: z.int().min(1), message: z.string().min(1) });
export type Warning = z.infer<typeof Warning>;

export const Role = z.enum(['host', 'guest']);
export type Role = z.infer<typeof Role>;

/** A speaker as one file names it. */
export const TranscriptSpeaker = z.object({
  /** What stands before the turns: a letter, a name. */
  label: z.string().min(1),
  /** The person's name; the label's own words where nothing tells more. */
  name: z.string().min(1),
  role: Role.nullable(),
  /** True where the name was concluded (by elimination, say) and not stated. */
  inferred: z.boolean(),
});
export type TranscriptSpeaker = z.infer<typeof TranscriptSpeaker>;

/** One speaker's uninterrupted stretch, with its times where the file gives them. */
export const TranscriptTurn = z.object({
  /** Index into the transcript's speakers, or null where the file does not say. */
  speaker: z.int().min(0).nullable(),
  text: z.string().min(1),
  /** Milliseconds from the start of the recording, or null. */
  startMs: z.int().min(0).nullable(),
  endMs: z.int().min(0).nullable(),
  /** Times that stand between its words, each before the character at `offset`, in order. */
  marks: z
    .array(z.object({ offset: z.int().min(0), ms: z.int().min(0), line: z.int().min(1) }))
    .optional(),
  /** The line on which it begins, from 1. */
  line: z.int().min(1),
});
export type TranscriptTurn = z.infer<typeof TranscriptTurn>;

/**
 * A transcript as a value: everything one file says, and nothing it does not.
 * Missing facts are null, never guessed here.
 */
export const Transcript = z
  .object({
    format: z.string().min(1),
    show: z.string().min(1).nullable(),
    title: z.string().min(1).nullable(),
    /** ISO 8601 calendar date. */
    date: z.iso.date().nullable(),
    language: z.string().min(2).nullable(),
    publisherSummary: z.string().min(1).nullable(),
    speakers: z.array(TranscriptSpeaker),
    /** Everybody whom a header or footer says to be there, also where nothing says which label is theirs. */
    people: z.array(z.object({ name: z.string().min(1), role: Role.nullable() })).optional(),
    turns: z.array(TranscriptTurn).min(1),
    /** Topic headings that stand in the file, in order, each with the position of the turn it stands before. */
    headings: z.array(
      z.object({
        title: z.string().min(1),
        turn: z.int().min(0),
        /** The time that stands in it, in milliseconds, and its line. */
        startMs: z.int().min(0).optional(),
        line: z.int().min(1).optional(),
      }),
    ),
    /** Lines that are not speech (an export's furniture, pointers), kept as they are. */
    notes: z.array(z.object({ line: z.int().min(1), text: z.string() })),
    warnings: z.array(Warning),
  })
  .refine(
    (t) => t.turns.every((turn) => turn.speaker === null || turn.speaker < t.speakers.length),
    {
      message: 'a turn names a speaker that the transcript does not have',
    },
  );
export type Transcript = z.infer<typeof Transcript>;

/** What a format says of the episode that has no place for it. */
export const NO_PARTICULARS = {
  show: null,
  title: null,
  date: null,
  language: null,
  publisherSummary: null,
  headings: [],
  notes: [],
} satisfies Partial<Transcript>;

/** A file that cannot be taken in: what was wrong, on which line, and how to mend it. */
export class TranscriptError extends Error {
  override name = 'TranscriptError';
  constructor(
    message: string,
    /** From 1, or null where no single line is to blame. */
    readonly line: number | null = null,
  ) {
    super(message);
  }
}

/** One way of writing a transcript down. Adding one is adding a file and a line in `formats/index.ts`. */
export interface TranscriptFormat {
  readonly name: string;
  /** How it looks, for a person whose file was refused. */
  readonly description: string;
  /** How sure this format is that the text is its own: 0 (no) to 1 (certain). Linear in the text. */
  detect(text: string): number;
  /** @throws TranscriptError where the text cannot be read as this format. */
  parse(text: string): Transcript;
  /**
   * Every timed word or line on its own, in the file's order, where these are shorter than turns: for
   * carrying times over.
   */
  cues?(text: string): Cue[];
}
