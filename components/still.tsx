import type { ReactNode } from 'react';
import { Served } from './served';
import { lay, type MadeOf } from './served-parts';

/**
 * A part of a page that never changes after it was served. It holds no client components; what moves in
 * it is moved by `components/behaviour`, by the document's own means. Where `of` names all that it is made
 * of, it is made once for as long as those are the same.
 */
export function Still({ children, of }: { children: ReactNode; of?: MadeOf }) {
  return <Served part={lay(children, of)} />;
}
