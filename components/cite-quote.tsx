import { toBibtex } from '@/lib/citation/bibtex';
import type { CitedWords } from '@/lib/citation/cited-words';
import { toCslJson } from '@/lib/citation/csl-json';
import { toMarkdownCitation } from '@/lib/citation/markdown';

const FORMATS = [
  ['Markdown', toMarkdownCitation],
  ['BibTeX', toBibtex],
  ['CSL-JSON', toCslJson],
] as const;

/** A quote as reference managers and writers take it: to be copied with one click, or by hand. */
export function CiteQuote({ words }: { words: CitedWords }) {
  return (
    <details className="no-print mt-10 text-sm text-muted">
      <summary className="min-h-6 hover:text-ink">Cite it</summary>
      {FORMATS.map(([name, write]) => {
        const text = write(words);
        return (
          <div key={name} className="mt-4">
            <p className="flex items-baseline justify-between">
              <span>{name}</span>
              <button
                type="button"
                className="js-only min-h-6 px-1.5 underline decoration-line underline-offset-4 hover:text-ink"
                data-copy-text={text}
              >
                Copy<span className="sr-only"> as {name}</span>
              </button>
            </p>
            <pre className="mt-1 whitespace-pre-wrap rounded-lg bg-tint p-3 font-mono text-xs leading-relaxed text-ink">
              {text.trimEnd()}
            </pre>
          </div>
        );
      })}
    </details>
  );
}
