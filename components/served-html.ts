import { renderToStaticMarkup } from 'react-dom/server';
import { taken } from './served-parts';

/** What was made, and of what, under the first thing that it was made of: it is forgotten with that. */
const made = new WeakMap<object, { of: readonly unknown[]; html: string }>();

/**
 * The part that was laid ready under this number, as HTML. Where the same was made before of the very same
 * things, it is not made again.
 */
export function htmlOf(number: number): string {
  const laid = taken(number);
  if (!laid) return '';
  const { part, of } = laid;
  if (!of) return renderToStaticMarkup(part);
  const before = made.get(of[0]);
  if (before && same(before.of, of)) return before.html;
  const html = renderToStaticMarkup(part);
  made.set(of[0], { of, html });
  return html;
}

function same(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, i) => one === others[i]);
}
