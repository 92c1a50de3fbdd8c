import { LEAST_WORDS, MOST_CHARACTERS } from '@/lib/check/pasted';

interface Props {
  text?: string | undefined;
  /** What is wrong with it, in a sentence. */
  problem?: string | null;
  rows?: number;
}

/** An ordinary GET form: the address is the check. */
export function CheckForm({ text, problem, rows = 5 }: Props) {
  return (
    <form action="/check">
      <label htmlFor="check-text" className="text-sm font-semibold">
        The quote, as you remember it or as it was published
      </label>
      <textarea
        id="check-text"
        className="field mt-2 font-serif !text-lg leading-relaxed"
        name="text"
        rows={rows}
        required
        maxLength={MOST_CHARACTERS}
        defaultValue={text}
        aria-describedby="check-hint"
        aria-invalid={problem ? true : undefined}
      />
      {problem && (
        <p role="alert" className="mt-2 font-medium">
          {problem}
        </p>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-x-5 gap-y-3">
        <button type="submit" className="button check-button">
          Check the quote
        </button>
        <p id="check-hint" className="min-w-0 flex-1 basis-64 text-sm text-muted">
          At least {LEAST_WORDS} words. Add “ — Name” after it to check who said it.
        </p>
      </div>
    </form>
  );
}
