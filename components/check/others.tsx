import type { MomentView } from '@/lib/check/check-view';
import { DiffText } from './diff-text';
import { MomentSource } from './moment-source';
import { percentAlike } from './verdict-text';

/** Other places where nearly the same was said. */
export function Others({ moments }: { moments: readonly MomentView[] }) {
  if (moments.length === 0) return null;
  return (
    <section className="mt-10 border-t border-line pt-8" aria-labelledby="others-title">
      <h2 id="others-title" className="panel-title">
        Also said nearly so
      </h2>
      <ul className="space-y-6">
        {moments.map((moment) => (
          <li key={moment.url} className="border-l-[3px] border-line pl-4">
            <blockquote className="font-serif text-lg leading-relaxed">
              <DiffText diff={moment.diff} />
            </blockquote>
            <p className="mt-2 text-sm leading-relaxed text-muted">
              <MomentSource moment={moment} />
              <br />
              <a href={moment.url}>
                Read it there
                <span className="sr-only"> in {moment.episode.title}</span>
              </a>{' '}
              · {percentAlike(moment)} % alike
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
