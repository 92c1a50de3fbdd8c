/** What a thing is, where the conversation itself says so; 'name' is a proper name of unknown kind. */
export type ThingKind = 'person' | 'company' | 'product' | 'work' | 'term' | 'name';

/** One place where a thing is said: characters of the turn's text, end exclusive. */
export interface Mention {
  /** Position of the turn, from 0. */
  turn: number;
  start: number;
  end: number;
}

/** A person or thing the conversation is about. */
export interface Thing {
  /** Equal over episodes for the same thing: lower-case, without accents, singular ("world model"). */
  key: string;
  /** The spelling to show. */
  label: string;
  kind: ThingKind;
  /** Every spelling said, most frequent first. */
  forms: string[];
  /** In the order of the conversation, never overlapping. */
  mentions: Mention[];
  /** Index into `mentions` of the one in the passage that explains the thing. */
  defining: number;
  /** One sentence for a reader on why it is listed; turns are counted from 1 in it. */
  why: string;
}
