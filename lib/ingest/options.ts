import { z } from 'zod';
import { readable } from '../transcript/readable.ts';
import { Role } from '../transcript/transcript.ts';

/** A name or a title. */
const named = z.string().overwrite(readable).trim().min(1);

/** What the owner says about a transcript; it wins over what the file says. */
export const IngestOptions = z.object({
  show: named.optional(),
  title: named.optional(),
  date: z.iso.date({ error: 'must be a date such as 2026-06-01' }).optional(),
  slug: z
    .string()
    .regex(/^[\p{Ll}\p{Lo}\p{N}]+(-[\p{Ll}\p{Lo}\p{N}]+)*$/u, {
      error: 'must be lower-case words joined by single hyphens',
    })
    .max(120)
    .optional(),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/, {
      error: 'must be a language tag such as en or pt-BR',
    })
    .optional(),
  media: z
    .url({ protocol: /^https?$/, error: 'must be an http(s) URL, or the path of a file' })
    .optional(),
  /**
   * A recording on this machine, as its path within the folder of recordings. Only the owner's command
   * line may bring one (`ownRecording`); nothing that a feed or a transcript says ever becomes a path.
   */
  mediaFile: z.string().min(1).optional(),
  /** The owner takes the recording away; without it a stored one stays. */
  noMedia: z.literal(true).optional(),
  /** What kind of recording it is, where that is known. */
  mediaType: z
    .string()
    .regex(/^(?:audio|video)\/[\w.+-]{1,60}$/, { error: 'must be audio/… or video/…' })
    .optional(),
  /** Length of the recording, in milliseconds. */
  durationMs: z.int().positive().optional(),
  /** Chapters as published: they become the sections. */
  chapters: z.array(z.object({ title: named, startMs: z.int().min(0) })).optional(),
  /** Moments that the show picked, in milliseconds: they are quotes. */
  soundbites: z
    .array(
      z.object({
        startMs: z.int().min(0),
        durationMs: z.int().positive(),
        title: z.string().max(500).optional(),
      }),
    )
    .optional(),
  /** Who is said to be in the episode. */
  people: z.array(z.object({ name: named, role: Role.nullable() })).optional(),
  speakers: z
    .array(z.object({ label: z.string().min(1), name: named, role: Role.nullable() }))
    .default([]),
});
export type IngestOptions = z.infer<typeof IngestOptions>;
