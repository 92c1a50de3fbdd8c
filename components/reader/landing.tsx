/** Where a link opens the reader. */
export interface Landing {
  /** Position of the turn. */
  turn: number;
  /** Where in its text, in characters. */
  offset: number;
  /** The link's fragment, which belongs to the place that it opens. */
  id: string;
  /** The very words; what has become of them; the turn they stood in; or only about the time. */
  kind: 'exact' | 'edited' | 'near' | 'section';
}

const NOTES = {
  edited: 'Edited since shared',
  near: 'The words of this link are no longer in the transcript. They stood here.',
  section: 'The words of this link are no longer in the transcript. They were said about here.',
};

/** What a reader should know of the link that led here; nothing where it leads to its very words. */
export function LandingNote({ kind }: Pick<Landing, 'kind'>) {
  return kind === 'exact' ? null : <p className="landing-note">{NOTES[kind]}</p>;
}
