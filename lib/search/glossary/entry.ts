/** A term and one way in which machines wrote it down. */
export interface GlossaryEntry {
  /** What was said, as it should be read. */
  term: string;
  /** What the transcripts have instead. Matched by its words: letter case and punctuation do not count. */
  heard: string;
}

/** An entry and where it holds. */
export interface ScopedEntry extends GlossaryEntry {
  /** The show's slug; null for all shows. */
  show: string | null;
}
