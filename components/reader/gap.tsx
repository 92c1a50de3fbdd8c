import type { ReactNode } from 'react';
import type { TurnView } from '@/lib/store/views';

/** What a shorter reading leaves out, where it stands; it opens in place. */
export function Gap({ turns, children }: { turns: readonly TurnView[]; children: ReactNode }) {
  const words = turns.reduce((sum, { text }) => sum + (text.match(/\S+/g)?.length ?? 0), 0);
  const count = turns.length === 1 ? 'one turn' : `${turns.length} turns`;
  return (
    <details className="gap">
      <summary>
        {count}, {words.toLocaleString('en')} {words === 1 ? 'word' : 'words'} left out
      </summary>
      {children}
    </details>
  );
}
