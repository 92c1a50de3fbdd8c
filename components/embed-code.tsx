import { type Embeddable, frameMarkup } from '@/lib/export/oembed';

/** The markup that puts a card on another page, to copy. */
export function EmbedCode({ card }: { card: Embeddable }) {
  return (
    <details className="no-print mt-4 text-sm text-muted">
      <summary className="min-h-6 hover:text-ink">Embed</summary>
      <label className="mt-3 block" htmlFor="embed-code">
        Put this where the card shall stand. It runs no script and asks nobody else for anything.
      </label>
      <textarea
        id="embed-code"
        className="field mt-2 font-mono text-xs"
        rows={4}
        readOnly
        spellCheck={false}
        defaultValue={frameMarkup(card)}
      />
      <p className="mt-2">
        <a href={new URL(card.src).pathname}>See the card</a>
      </p>
    </details>
  );
}
