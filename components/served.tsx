'use client';

import { useEffect, useRef } from 'react';
import { htmlOf } from '#served-html';

/** Kept between a reload and the next, so that a page that cannot be mended is not loaded for ever. */
const RELOADED = 'earmark-reloaded';

/**
 * Puts what `lay` was given into the page's HTML, and leaves it alone from then on: it is not sent a
 * second time as data, and no script wakes it. The browser's own copy is the only one.
 */
export function Served({ part }: { part: number }) {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // React threw the page away and made it anew, which it cannot: another one has to be asked for.
    if (place.current?.firstChild) sessionStorage.removeItem(RELOADED);
    else if (!sessionStorage.getItem(RELOADED)) {
      sessionStorage.setItem(RELOADED, '1');
      location.reload();
    }
  }, []);
  return (
    <div
      className="contents"
      ref={place}
      suppressHydrationWarning
      // biome-ignore lint/security/noDangerouslySetInnerHtml: React’s own HTML of the part; nothing in the browser.
      dangerouslySetInnerHTML={{ __html: htmlOf(part) }}
    />
  );
}
