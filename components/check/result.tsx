import { voiceClasses } from '@/components/voice';
import type { CheckAnswer } from '@/lib/check/check-view';
import type { SpeakerShare } from '@/lib/store/views';
import { DiffText } from './diff-text';
import { Exchange } from './exchange';
import { MomentSource } from './moment-source';
import { Others } from './others';
import { percentAlike, verdictReasons, verdictTitle } from './verdict-text';

interface Props {
  answer: CheckAnswer;
  speakers: readonly SpeakerShare[];
  /** How many episodes were looked through. */
  episodes: number;
  /** The address of this check. */
  address: string;
}

const SIGNS = { verbatim: '✓', altered: '≠', not_found: '?' } as const;

/** The verdict, the quote beside what was said, and where. */
export function CheckResult({ answer, speakers, episodes, address }: Props) {
  const { verdict, match } = answer;
  const classes = voiceClasses(speakers);
  const voices = new Map(speakers.map(({ slug }, i) => [slug, classes[i] ?? '']));
  const voice = match?.speaker ? voices.get(match.speaker.slug) : undefined;
  const differs = match && verdict !== 'verbatim';
  return (
    <article className="check" data-verdict={verdict}>
      <header>
        <h1 className="flex items-center gap-3 text-3xl leading-tight sm:gap-4 sm:text-4xl">
          <span className="check-sign" aria-hidden="true">
            {SIGNS[verdict]}
          </span>
          {verdictTitle(answer)}
        </h1>
        {match && (
          <p className="mt-4 flex items-center gap-3 text-sm">
            <span className="check-meter" aria-hidden="true">
              <span style={{ width: `${percentAlike(answer)}%` }} />
            </span>
            <span>
              <strong className="font-semibold tabular-nums" data-score>
                {percentAlike(answer)} %
              </strong>{' '}
              alike
            </span>
          </p>
        )}
        <p className="mt-3 max-w-prose text-[1.0625rem] leading-relaxed" data-reasons>
          {verdictReasons(answer, episodes).join(' ')}
        </p>
      </header>
      {!match && (
        <figure className="voice-rule mt-8 pl-6">
          <blockquote className="check-text break-words">{answer.quote}</blockquote>
          <figcaption className="mt-4 text-[0.9375rem] text-muted">The quote as pasted</figcaption>
        </figure>
      )}
      {match && (
        <>
          {verdict === 'not_found' && (
            <h2 className="panel-title mt-10">The closest moment there is</h2>
          )}
          <figure
            className={`voice-rule pl-5 sm:pl-6 ${verdict === 'not_found' ? '' : 'mt-8'} ${voice ?? ''}`}
          >
            <blockquote className={`check-text ${length(answer.quote)}`} data-diff>
              <DiffText diff={match.diff} />
            </blockquote>
            <figcaption className="mt-5 text-[0.9375rem] leading-relaxed text-muted">
              <MomentSource moment={match} voice={voice} />
            </figcaption>
          </figure>
          {differs && (
            <p className="check-legend mt-5 text-sm text-muted">
              <span>
                <del aria-hidden="true">struck out</del>
                <span className="sr-only">Deleted</span> is in the quote, but was not said
              </span>
              <span>
                <ins aria-hidden="true">underlined</ins>
                <span className="sr-only">Inserted</span> was said, but is not in the quote
              </span>
            </p>
          )}
          <p className="no-print mt-7 flex flex-wrap items-center gap-3">
            <a className="button check-button" href={match.url}>
              Read it in the episode
            </a>
            <button type="button" className="js-only button" data-copy="" data-copy-link={address}>
              Copy a link to this check
            </button>
          </p>
          {verdict !== 'not_found' && (
            <section className="mt-10" aria-labelledby="cite-title">
              <h2 id="cite-title" className="panel-title">
                {verdict === 'verbatim' ? 'To cite' : 'Corrected, to cite'}
              </h2>
              <div className="check-cite">
                <p data-citation>{match.citation}</p>
                <button
                  type="button"
                  className="js-only button"
                  data-copy={match.citation}
                  data-copy-link={match.url}
                >
                  Copy<span className="sr-only"> the quote with its source</span>
                </button>
              </div>
            </section>
          )}
          <section className="mt-12 border-t border-line pt-8" aria-labelledby="exchange-title">
            <h2 id="exchange-title" className="panel-title">
              The exchange it stands in
            </h2>
            <div className="ml-5">
              <Exchange moment={match} voices={voices} />
            </div>
          </section>
          <Others moments={answer.others} />
        </>
      )}
    </article>
  );
}

/** The longer the quote, the smaller it is set. */
const length = (text: string) =>
  text.length > 900 ? 'check-text-long' : text.length > 280 ? 'check-text-middling' : '';
