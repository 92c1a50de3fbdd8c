import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { firstValues, ReaderParameters, slugFrom } from '@/app/parameters';
import { sharing } from '@/app/sharing';
import { siteOrigin } from '@/app/site-address';
import { PlayerBehaviour } from '@/components/behaviour/player-behaviour';
import { ReaderBehaviour } from '@/components/behaviour/reader-behaviour';
import { JsonLd } from '@/components/json-ld';
import { AboutTimes } from '@/components/reader/about-times';
import { AboutWords } from '@/components/reader/about-words';
import { Contents } from '@/components/reader/contents';
import { EpisodeHead } from '@/components/reader/episode-head';
import { HitBar } from '@/components/reader/hit-bar';
import { Player, PlayerStyle, playsHere, Screen } from '@/components/reader/player';
import { QuotesPanel } from '@/components/reader/quotes-panel';
import { cutTo, ReadingTime } from '@/components/reader/reading-time';
import { Ribbon } from '@/components/reader/ribbon';
import { SheetTabs } from '@/components/reader/sheet-tabs';
import { SummaryPanel } from '@/components/reader/summary-panel';
import { ThingsPanel } from '@/components/reader/things-panel';
import { Transcript } from '@/components/reader/transcript';
import { VoicesPanel } from '@/components/reader/voices-panel';
import { Still } from '@/components/still';
import { readAddress } from '@/lib/anchors/address';
import { type Recording, recordingOf } from '@/lib/media/recording';
import {
  type Correction,
  coverCorrections,
  createCorrector,
} from '@/lib/search/glossary/corrections';
import { highlightTurns } from '@/lib/search/highlight';
import { parseQuery } from '@/lib/search/parse-query';
import type { EpisodeView } from '@/lib/store/views';
import { earmark } from '@/lib/wire';
import { openLink } from './landing';

interface Props {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

const readEpisode = cache(async (raw: string) => {
  const slug = slugFrom(raw);
  return slug ? earmark().store.episode(slug) : null;
});

/** What a shared link shows: the words that it is about, else the episode. */
function pictureOf(url: string, given: Record<string, string>, { quotes }: EpisodeView) {
  const { at, quote } = given;
  if (at && readAddress(at)) return `${url}/picture.png?${new URLSearchParams({ at })}`;
  return quotes.some(({ id }) => id === quote) ? `/quotes/${quote}/picture.png` : undefined;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const episode = await readEpisode((await params).slug);
  if (!episode) return { title: 'Not found' };
  const description = (episode.publisherSummary ?? episode.summary[0]?.text ?? episode.title).slice(
    0,
    300,
  );
  const url = `/episodes/${episode.slug}`;
  const { title, show } = episode;
  return {
    title: `${title} · ${show.title}`,
    description,
    ...sharing({
      type: 'article',
      title,
      description,
      url,
      alt: `${title}, ${show.title}`,
      picture: pictureOf(url, firstValues(Object.entries(await searchParams)), episode),
      site: await siteOrigin(),
      types: { 'text/markdown': `${url}/transcript.md` },
    }),
  };
}

const corrected = new WeakMap<EpisodeView, Correction[][]>();

/** What the glossary says was misheard in each turn; found once for as long as the episode stays as it is. */
function correctionsOf(episode: EpisodeView): Correction[][] {
  const before = corrected.get(episode);
  if (before) return before;
  const correct = createCorrector(episode.glossary);
  const found = episode.turns.map(({ text }) => correct(text));
  corrected.set(episode, found);
  return found;
}

/** The words searched for, in each turn. */
function searched(
  episode: EpisodeView,
  corrections: readonly Correction[][],
  q: string | undefined,
  landing: number | undefined,
) {
  if (!q) return [];
  const turns = episode.turns.map(({ text, speaker }, i) => ({
    text,
    corrections: corrections[i] ?? [],
    speaker: speaker === null ? null : (episode.speakers[speaker]?.name ?? null),
  }));
  const query = parseQuery(q, { typing: true });
  return highlightTurns(turns, query, landing);
}

/** https://schema.org/PodcastEpisode, its sections as clips where times are known and not estimated. */
function aboutEpisode(episode: EpisodeView, recording: Recording | null, site: string) {
  const address = (path: string) => new URL(path, site).href;
  const url = address(`/episodes/${episode.slug}`);
  const people = episode.speakers.map(({ name, role }) => ({ '@type': 'Person', name, role }));
  const named = (role: string) =>
    people.filter((person) => person.role === role).map(({ role: _, ...person }) => person);
  return {
    '@type': 'PodcastEpisode',
    url,
    name: episode.title,
    datePublished: episode.date ?? undefined,
    inLanguage: episode.language,
    abstract: episode.publisherSummary ?? episode.summary[0]?.text,
    partOfSeries: { '@type': 'PodcastSeries', name: episode.show.title },
    author: named('host'),
    contributor: named('guest'),
    ...(recording && recording.kind !== 'elsewhere'
      ? { associatedMedia: { '@type': 'MediaObject', contentUrl: address(recording.src) } }
      : {}),
    ...(episode.timing === 'estimated'
      ? {}
      : {
          timeRequired: `PT${Math.round(episode.durationMs / 1000)}S`,
          hasPart: episode.sections.map(({ title, slug, startMs, endMs }) => ({
            '@type': 'Clip',
            name: title,
            startOffset: Math.floor(startMs / 1000),
            endOffset: Math.floor(endMs / 1000),
            url: `${url}#s-${encodeURIComponent(slug)}`,
          })),
        }),
  };
}

export default async function ReaderPage({ params, searchParams }: Props) {
  const episode = await readEpisode((await params).slug);
  const parameters = ReaderParameters.safeParse(firstValues(Object.entries(await searchParams)));
  if (!episode || !parameters.success) notFound();
  const { q, quote, hit, at, speaker, minutes } = parameters.data;
  const { store, settings } = earmark();
  const recording = recordingOf(episode);
  const alone = speaker && (await store.liveSpeaker(speaker));
  const solo = alone ? episode.speakers.findIndex(({ slug }) => slug === alone) : -1;
  const [links, retired, retiredQuote] = await Promise.all([
    store.links(episode.slug),
    store.retiredPlaces(episode.slug),
    quote ? store.retiredQuote(quote) : null,
  ]);
  const asked = { at, hit, quote, retiredQuote: retiredQuote?.address };
  const { landing, spans: linked, hit: words } = openLink(episode, retired, asked);
  const corrections = correctionsOf(episode);
  const spans = (linked ?? searched(episode, corrections, q, landing?.turn)).map((own, turn) =>
    coverCorrections(
      own.length === 0 && turn === landing?.turn ? words : own,
      corrections[turn] ?? [],
    ),
  );
  // Who is led to words sees all that stands around them.
  const cut = minutes && !q && !landing ? cutTo(episode, minutes) : null;
  const site = await siteOrigin();
  const hits = spans.flatMap((own, turn) => own.map(() => turn));
  const plain = Object.values(parameters.data).every((value) => value === undefined);
  return (
    <>
      <Still of={plain ? [episode, links, retired, site, settings.embeds] : undefined}>
        <JsonLd data={aboutEpisode(episode, recording, site)} />
        <PlayerStyle recording={recording} />
        <Ribbon episode={episode} hits={hits} />
        <main id="main" className="reader" data-episode={episode.slug}>
          <div className="column">
            <Contents episode={episode} />
          </div>
          <article lang={episode.language}>
            <EpisodeHead episode={episode} query={q} />
            <Screen episode={episode} recording={recording} embeds={settings.embeds} />
            <p className="print-only">
              {site}/episodes/{episode.slug} (a section’s address is this one with the words beside
              its title)
            </p>
            <ReadingTime episode={episode} cut={cut} />
            {q && <HitBar episode={episode} query={q} hits={hits.length} />}
            <Transcript
              episode={episode}
              spans={spans}
              corrections={corrections}
              landing={landing}
              retired={retired}
              solo={solo < 0 ? null : solo}
              links={links}
              kept={cut?.kept ?? null}
              recording={recording}
            />
            <AboutTimes episode={episode} />
            <AboutWords corrections={corrections.flat().length} />
            <Player episode={episode} recording={recording} />
          </article>
          <aside className="column" aria-label="About this episode">
            <SummaryPanel episode={episode} />
            <QuotesPanel episode={episode} />
            <ThingsPanel episode={episode} />
            <VoicesPanel episode={episode} solo={solo < 0 ? null : solo} />
          </aside>
          <SheetTabs episode={episode} />
        </main>
      </Still>
      <ReaderBehaviour />
      {playsHere(recording, settings.embeds) && <PlayerBehaviour />}
    </>
  );
}
