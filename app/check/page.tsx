import type { Metadata } from 'next';
import { cache } from 'react';
import { answerCheck, tooShort } from '@/app/check-answer';
import { CheckParameters, firstValues } from '@/app/parameters';
import { CheckForm } from '@/components/check/check-form';
import { HowJudged } from '@/components/check/how-judged';
import { CheckResult } from '@/components/check/result';
import { verdictReasons, verdictTitle } from '@/components/check/verdict-text';
import { LEAST_WORDS, readPasted } from '@/lib/check/pasted';
import { EngineUnavailable } from '@/lib/search/engine';
import { earmark } from '@/lib/wire';
import './check.css';

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** The check that the address asks for, made once for the page and its title; or why it cannot be made. */
const check = cache(async (text: string | undefined) => {
  if (!text?.trim()) return { problem: null, found: null };
  const parsed = CheckParameters.safeParse({ text });
  if (!parsed.success) {
    return { problem: 'A quote can have at most 10,000 characters.', found: null };
  }
  const pasted = readPasted(text);
  if (tooShort(pasted)) {
    const words = pasted.words.length === 1 ? '1 word' : `${pasted.words.length} words`;
    return {
      problem: `That is ${words}. A quote needs at least ${LEAST_WORDS}: fewer are said by everybody.`,
      found: null,
    };
  }
  try {
    const answered = await answerCheck(text, pasted);
    return {
      problem: null,
      found: { ...answered, episodes: await earmark().store.countEpisodes() },
    };
  } catch (error) {
    if (!(error instanceof EngineUnavailable)) throw error;
    return { problem: error.message, found: null };
  }
});

const textOf = async (searchParams: Props['searchParams']) =>
  firstValues(Object.entries(await searchParams)).text;

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const { found } = await check(await textOf(searchParams));
  const description = 'Paste a quote: see whether it was said, by whom, and what was changed.';
  if (!found) return { title: 'Check a quote', description };
  const { answer, episodes } = found;
  const quote = `“${answer.quote.slice(0, 80)}${answer.quote.length > 80 ? '…' : ''}”`;
  const title = `${verdictTitle(answer)}: ${quote}`;
  const reasons = verdictReasons(answer, episodes).join(' ');
  const twin = `/check.md?${new URLSearchParams({ text: answer.text })}`;
  return {
    title,
    description: reasons,
    robots: { index: false },
    alternates: { types: { 'text/markdown': twin } },
    openGraph: { type: 'article', title, description: reasons, siteName: 'Earmark' },
  };
}

export default async function CheckPage({ searchParams }: Props) {
  const text = await textOf(searchParams);
  const { problem, found } = await check(text);
  return (
    <main id="main" className="check-page mx-auto w-full max-w-5xl flex-1 px-5 pb-20 pt-12">
      <div className="grid gap-x-16 gap-y-12 lg:grid-cols-[minmax(0,42rem)_minmax(0,15rem)]">
        {found ? (
          <div>
            <CheckResult
              answer={found.answer}
              speakers={found.speakers}
              episodes={found.episodes}
              address={`/check?${new URLSearchParams({ text: text ?? '' })}`}
            />
            <section
              className="no-print mt-12 border-t border-line pt-8"
              aria-label="Another quote"
            >
              <CheckForm text={text} rows={3} />
            </section>
          </div>
        ) : (
          <div>
            <h1 className="text-4xl leading-tight">Was it said like that?</h1>
            <p className="mb-8 mt-4 font-serif text-lg leading-relaxed">
              Paste a quote. Earmark finds the moment it is from and shows, word by word, what was
              said, by whom, and in answer to what.
            </p>
            <CheckForm text={text} problem={problem} />
          </div>
        )}
        <aside className="lg:pt-2" aria-label="About checking">
          <HowJudged verdict={found?.answer.verdict} />
        </aside>
      </div>
    </main>
  );
}
