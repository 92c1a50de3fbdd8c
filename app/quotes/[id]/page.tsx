import type { Metadata } from 'next';
import { notFound, redirect } from 'next/navigation';
import { cache } from 'react';
import { quoteCardFor } from '@/app/oembed/cards';
import { slugFrom } from '@/app/parameters';
import { sharing } from '@/app/sharing';
import { siteOrigin } from '@/app/site-address';
import { citedQuote } from '@/components/citation';
import { CiteQuote } from '@/components/cite-quote';
import { EmbedCode } from '@/components/embed-code';
import { JsonLd } from '@/components/json-ld';
import { marked } from '@/components/marked';
import { QuoteActions } from '@/components/quote-actions';
import { CalendarDate, clockText } from '@/components/time';
import { voiceClasses } from '@/components/voice';
import { addressUrl, readAddress } from '@/lib/anchors/address';
import { toPlainQuote } from '@/lib/citation/plain';
import { earmark } from '@/lib/wire';

interface Props {
  params: Promise<{ id: string }>;
}

const readQuote = cache(async (raw: string) => {
  const id = slugFrom(raw);
  return id ? earmark().store.quote(id) : null;
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const quote = await readQuote((await params).id);
  if (!quote) return { title: 'Not found' };
  const speaker = quote.speakers[quote.exchange[quote.quoted]?.speaker ?? -1]?.name;
  const title = `“${quote.text.slice(0, 60)}${quote.text.length > 60 ? '…' : ''}”`;
  const description = `${speaker ?? 'Unknown speaker'} in ${quote.episode.title}, ${quote.episode.show.title}`;
  const alt = `“${quote.text}” ${description}`;
  const url = `/quotes/${quote.id}`;
  const site = await siteOrigin();
  const types = { 'text/markdown': `${url}.md` };
  return {
    title,
    description,
    ...sharing({ type: 'article', title, description, url, alt, site, types }),
  };
}

/** A quote that is no longer chosen has no page, but its words are there. */
async function openRetired(raw: string): Promise<void> {
  const id = slugFrom(raw);
  const retired = id ? await earmark().store.retiredQuote(id) : null;
  const address = retired && readAddress(retired.address);
  if (address) redirect(encodeURI(addressUrl(retired.episode, address)));
}

export default async function QuotePage({ params }: Props) {
  const { id } = await params;
  const quote = await readQuote(id);
  if (!quote) await openRetired(id);
  const turn = quote?.exchange[quote.quoted];
  if (!quote || !turn) notFound();
  const { episode, speakers, section } = quote;
  const voices = voiceClasses(speakers);
  const speaker = turn.speaker === null ? undefined : speakers[turn.speaker];
  const name = speaker?.name ?? 'Unknown speaker';
  const site = await siteOrigin();
  const cited = citedQuote(quote.text, speaker?.name, episode, turn);
  const readerUrl = `/episodes/${episode.slug}?quote=${quote.id}#turn-${turn.anchor}`;
  return (
    <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-5 pb-20 pt-14">
      <JsonLd
        data={{
          '@type': 'Quotation',
          url: new URL(`/quotes/${quote.id}`, site).href,
          text: quote.text,
          creator: speaker && { '@type': 'Person', name },
          isPartOf: {
            '@type': 'PodcastEpisode',
            name: episode.title,
            url: new URL(readerUrl, site).href,
          },
        }}
      />
      <h1 className="sr-only">A quote from {name}</h1>
      <figure className={`voice-rule pl-6 ${turn.speaker === null ? '' : voices[turn.speaker]}`}>
        <blockquote className="font-serif text-[1.75rem] leading-snug sm:text-4xl sm:leading-tight">
          “{quote.text}”
        </blockquote>
        <figcaption className="mt-6 text-[0.9375rem] leading-relaxed text-muted">
          {speaker ? (
            <a className="voice-name quiet-link" href={`/speakers/${speaker.slug}`}>
              {name}
            </a>
          ) : (
            name
          )}
          {speaker?.role && `, ${speaker.role}`} · {clockText(turn.startMs, turn.timing)}
          <br />
          <a href={`/episodes/${episode.slug}`}>{episode.title}</a> · {episode.show.title} ·{' '}
          <CalendarDate date={episode.date} />
        </figcaption>
      </figure>
      <p className="print-only">
        {site}/quotes/{quote.id}
      </p>
      <p className="no-print mt-8 flex flex-wrap items-center gap-4">
        <a className="button" href={readerUrl}>
          Read it in the episode
        </a>
        <QuoteActions id={quote.id} citation={toPlainQuote(cited)} />
      </p>
      <section className="mt-14 border-t border-line pt-8" aria-labelledby="exchange-title">
        <h2 id="exchange-title" className="panel-title">
          The exchange it stands in{section && `: ${section.title}`}
        </h2>
        <div className="ml-5">
          {quote.exchange.map((other, i) => (
            <div
              key={other.anchor}
              className={`turn ${other.speaker === null ? '' : voices[other.speaker]}`}
            >
              <p className="who">
                <span className="voice-name">
                  {(other.speaker === null ? undefined : speakers[other.speaker]?.name) ??
                    'Unknown speaker'}
                </span>
                <span className="time">{clockText(other.startMs, other.timing)}</span>
              </p>
              <p className="said">
                {marked(other.text, i === quote.quoted ? [quote] : [], (words) => (
                  <mark key="quote">{words}</mark>
                ))}
              </p>
            </div>
          ))}
        </div>
      </section>
      <CiteQuote words={{ ...cited, url: `${site}/quotes/${quote.id}` }} />
      <details className="mt-4 text-sm text-muted">
        <summary className="min-h-6 hover:text-ink">Why this quote</summary>
        <p className="mt-2">{quote.why}</p>
      </details>
      <EmbedCode card={quoteCardFor(quote, site)} />
    </main>
  );
}
