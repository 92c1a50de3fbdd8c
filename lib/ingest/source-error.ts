/** A source that cannot be read: what is wrong with it and how to mend it. */
export class SourceError extends Error {
  override name = 'SourceError';
}
