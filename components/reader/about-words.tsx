/** How many words are shown otherwise than the transcript has them, and how to see which. */
export function AboutWords({ corrections }: { corrections: number }) {
  if (corrections === 0) return null;
  return (
    <p className="mt-5 text-sm leading-relaxed text-muted">
      About the words: {corrections === 1 ? 'one term' : `${corrections} terms`} with a dotted line
      {corrections === 1 ? ' was' : ' were'} misheard by the machine that wrote this down, and{' '}
      {corrections === 1 ? 'is' : 'are'} shown as meant, by the owner’s glossary. Point at one, or
      tap it, for the transcript’s own words. Quotes and downloads have those.
    </p>
  );
}
