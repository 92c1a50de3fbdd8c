import type { Metadata } from 'next';
import { KeptBehaviour } from '@/components/behaviour/keeping/kept-behaviour';
import { Still } from '@/components/still';

export const metadata: Metadata = { title: 'Kept words', robots: { index: false } };

/** Words that somebody kept: they are on their device, and the page fills itself from there. */
export default function KeptPage() {
  return (
    <>
      <Still>
        <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-5 pb-20 pt-12">
          <h1 className="text-4xl leading-tight">Kept words</h1>
          <p className="mt-3 max-w-prose text-muted">
            What you kept, and your notes. They are on this device and nowhere else.
          </p>
          <p className="mt-6 js-hide">
            Keeping works with JavaScript, which does not run here. Every turn and quote has a link
            of its own that you can bookmark.
          </p>
          <p className="js-only mt-6" data-kept-none hidden>
            Nothing yet. Select some words in an episode and choose Keep.
          </p>
          <p className="js-only no-print mt-6 flex gap-2" data-kept-tools hidden>
            <button type="button" className="button" data-kept-save="md">
              Save as Markdown
            </button>
            <button type="button" className="button" data-kept-save="json">
              Save as JSON
            </button>
          </p>
          <ul className="mt-6 divide-y divide-line" data-kept-list />
        </main>
      </Still>
      <KeptBehaviour />
    </>
  );
}
