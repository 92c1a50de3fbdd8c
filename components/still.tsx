import type { ReactNode } from 'react';
import { Served } from './served';
import { lay } from './served-parts';

/**
 * A part of a page that never changes after it was served. It holds no client components; what moves in
 * it is moved by `components/behaviour`, by the document's own means.
 */
export function Still({ children }: { children: ReactNode }) {
  return <Served part={lay(children)} />;
}
