import type { Metadata } from 'next';
import { notFound, permanentRedirect } from 'next/navigation';
import { cache } from 'react';
import { slugFrom } from '@/app/parameters';
import { sharing } from '@/app/sharing';
import { citation } from '@/components/citation';
import { extentText } from '@/components/extent';
import { QuoteActions } from '@/components/quote-actions';
import { SearchForm } from '@/components/search-form';
import { Still } from '@/components/still';
import { CalendarDate, clockText } from '@/components/time';
import { titleText } from '@/components/title-text';
import { earmark } from '@/lib/wire';

interface Props {
  params: Promise<{ slug: string }>;
}

const readSpeaker = cache(async (raw: string) => {
  const slug = slugFrom(raw);
  return slug ? earmark().store.speaker(slug) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const speaker = await readSpeaker((await params).slug);
  if (!speaker) return { title: 'Not found' };
  const description = `What ${speaker.name} said: ${extentText(speaker.appearances)}.`;
  return {
    title: speaker.name,
    description,
    ...sharing({
      type: 'profile',
      title: speaker.name,
      description,
      url: `/speakers/${speaker.slug}`,
      alt: `${speaker.name}, ${extentText(speaker.appearances)}`,
      types: { 'text/markdown': `/speakers/${speaker.slug}.md` },
    }),
  };
}

/** Somebody whose spellings were joined has one page; their other addresses lead to it. */
async function openRetired(raw: string): Promise<never> {
  const slug = slugFrom(raw);
  const live = slug && (await earmark().store.liveSpeaker(slug));
  if (!live) notFound();
  permanentRedirect(encodeURI(`/speakers/${live}`));
}

export default async function SpeakerPage({ params }: Props) {
  const speaker = await readSpeaker((await params).slug);
  if (!speaker) return await openRetired((await params).slug);
  return (
    <Still>
      <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-5 pb-20 pt-12">
        <h1 className="text-4xl leading-tight">{speaker.name}</h1>
        <p className="mt-3 text-muted">{extentText(speaker.appearances)}</p>
        {speaker.spellings.length > 0 && (
          <p className="mt-1 text-sm text-muted">
            Also in the transcripts as {speaker.spellings.join(', ')}.
          </p>
        )}
        <div className="mt-8">
          <SearchForm id="speaker-search" keep={{ speaker: speaker.slug }} />
          <p className="mt-2 text-sm text-muted">Searches only what {speaker.name} said.</p>
        </div>
        {speaker.appearances.map(({ episode, role, label, inferred, share, turnCount, quotes }) => (
          <section key={`${episode.slug} ${label}`} className="mt-12 border-t border-line pt-6">
            <p className="eyebrow">
              {episode.show.title} · <CalendarDate date={episode.date} />
            </p>
            <h2 className="mt-1 text-2xl leading-snug">
              <a className="quiet-link" href={`/episodes/${episode.slug}?speaker=${speaker.slug}`}>
                {titleText(episode.title)}
              </a>
            </h2>
            <p className="mt-1 text-sm text-muted">
              {role ?? 'role unknown'}
              {inferred && ' (name inferred)'} · {turnCount} turns ·{' '}
              {`${Math.round(share * 100)}\u00a0%`} of the words
            </p>
            <ul className="mt-5 space-y-5">
              {quotes.map((quote) => (
                <li key={quote.id} className="border-l-[3px] border-line pl-4">
                  <blockquote className="font-serif text-lg leading-relaxed">
                    <a className="quiet-link" href={`/quotes/${quote.id}`}>
                      {quote.text}
                    </a>
                  </blockquote>
                  <p className="mt-1 flex items-center gap-3 text-sm text-muted">
                    <span className="time">{clockText(quote.startMs, quote.timing)}</span>
                    <QuoteActions
                      id={quote.id}
                      citation={citation(quote.text, speaker.name, episode, quote)}
                    />
                  </p>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </main>
    </Still>
  );
}
