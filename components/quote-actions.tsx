import { CopyLink } from './copy-link';

/** Copy the words with their source, take them as a picture, or copy a link that opens on them. Without scripts the link is a link. */
export function QuoteActions({ id, citation }: { id: string; citation: string }) {
  return (
    <span className="ml-auto flex items-center gap-1">
      <button
        type="button"
        className="js-only min-h-6 px-1.5 text-[0.8125rem] leading-6 underline decoration-line underline-offset-4 hover:text-ink"
        data-copy={citation}
        data-copy-link={`/quotes/${id}`}
      >
        Copy<span className="sr-only"> this quote</span>
      </button>
      <a
        className="px-1.5 text-[0.8125rem] leading-6 underline decoration-line underline-offset-4 hover:text-ink"
        href={`/quotes/${id}/picture.png`}
        download={`quote-${id}.png`}
      >
        Picture<span className="sr-only"> of this quote</span>
      </a>
      <CopyLink href={`/quotes/${id}`} of="this quote" />
    </span>
  );
}
