import { Fragment } from 'react';
import type { MomentView } from '@/lib/check/check-view';
import { spaceBetween } from '@/lib/check/check-view';

const words = (text: string) => text.split(/\s+/).length;

/**
 * What was published and what was said in one text: struck out what nobody said, underlined what was
 * said instead. The two are told apart by element, by line and by words for those who listen; colour
 * only helps.
 */
export function DiffText({ diff }: { diff: MomentView['diff'] }) {
  return diff.map(({ kind, published, said, by }, i) => {
    const before = diff[i - 1];
    const space = before ? spaceBetween(before.said || before.published, said || published) : '';
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: stretches of one text never change places.
      <Fragment key={i}>
        {space}
        {by && <span className="check-by">{by}: </span>}
        {kind === 'same' && said}
        {kind === 'elided' && (
          <span className="left-out" title={said}>
            […]
            <span className="sr-only">
              {' '}
              ({words(said)} words that the quote says it leaves out){' '}
            </span>
          </span>
        )}
        {(kind === 'added' || kind === 'changed') && published && (
          <del>
            <span className="sr-only"> (quoted, but not said: </span>
            {published}
            <span className="sr-only">) </span>
          </del>
        )}
        {kind === 'changed' && published && said && ' '}
        {(kind === 'missing' || kind === 'changed') && said && (
          <ins>
            <span className="sr-only">
              {' '}
              ({kind === 'changed' ? 'said instead' : 'said, but left out'}:{' '}
            </span>
            {said}
            <span className="sr-only">) </span>
          </ins>
        )}
      </Fragment>
    );
  });
}
