'use client';

import { Message } from '@/components/message';

/** Shown in a page's place when it could not be made; what happened is in the server's log. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Message title="This page could not be made">
      <p>
        Something failed on the server, and nothing that is stored was changed. Try again, or go to
        the <a href="/">library</a>.
      </p>
      {error.digest && (
        <p className="mt-3 text-sm text-muted">
          The server’s log names it as <code>{error.digest}</code>.
        </p>
      )}
      <button type="button" className="button mt-6" onClick={reset}>
        Try again
      </button>
    </Message>
  );
}
