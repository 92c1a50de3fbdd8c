interface Props {
  /** What was said, as the owner's glossary has it. */
  term: string;
  /** What the stored transcript has, verbatim. */
  heard: string;
}

/** A term in place of what was misheard; the transcript's own words show on hover, on touch and by key. */
export function Misheard({ term, heard }: Props) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: the note must be within a keyboard's and a thumb's reach, without scripts.
    <span className="misheard" tabIndex={0} data-heard={heard}>
      {term}
      <span className="heard">{` In the transcript: “${heard}” `}</span>
    </span>
  );
}
