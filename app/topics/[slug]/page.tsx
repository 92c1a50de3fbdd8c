import type { Metadata } from 'next';
import { notFound } from 'next/navigation';
import { cache } from 'react';
import { slugFrom } from '@/app/parameters';
import { sharing } from '@/app/sharing';
import { Still } from '@/components/still';
import { CalendarDate } from '@/components/time';
import { titleText } from '@/components/title-text';
import { KIND_NAMES } from '@/components/topics/kinds';
import { Passage } from '@/components/topics/passage';
import type { ThingPage } from '@/lib/store/views';
import { earmark } from '@/lib/wire';

interface Props {
  params: Promise<{ slug: string }>;
}

const readThing = cache(async (raw: string) => {
  const slug = slugFrom(raw);
  return slug ? earmark().store.thing(slug) : null;
});

/** The passage that explains it. */
function pictureOf({ episode, mention }: NonNullable<ThingPage['explained']>): string {
  const start = mention.offset - mention.start;
  const end = start + mention.text.length;
  return `/episodes/${episode.slug}/picture.png?turn=${mention.anchor}&start=${start}&end=${end}`;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const thing = await readThing((await params).slug);
  if (!thing) return { title: 'Not found' };
  const { label, explained } = thing;
  const description = explained?.mention.text.slice(0, 300) ?? `What was said about ${label}.`;
  return {
    title: label,
    description,
    ...sharing({
      type: 'article',
      title: label,
      description,
      url: `/topics/${thing.slug}`,
      picture: explained && pictureOf(explained),
      alt: explained ? `“${explained.mention.text}” ${explained.episode.title}` : label,
      types: { 'text/markdown': `/topics/${thing.slug}.md` },
    }),
  };
}

export default async function TopicPage({ params }: Props) {
  const thing = await readThing((await params).slug);
  if (!thing) notFound();
  const total = thing.episodes.reduce((sum, episode) => sum + episode.total, 0);
  const others = thing.forms.filter((form) => form !== thing.label);
  return (
    <Still>
      <main id="main" className="mx-auto w-full max-w-3xl flex-1 px-5 pb-20 pt-12">
        <p className="eyebrow">
          {KIND_NAMES[thing.kind]} · {total} {total === 1 ? 'mention' : 'mentions'} in{' '}
          {thing.episodes.length} {thing.episodes.length === 1 ? 'episode' : 'episodes'}
        </p>
        <h1 className="mt-1 text-4xl leading-tight">{thing.label}</h1>
        {others.length > 0 && (
          <p className="mt-2 text-sm text-muted">Also written {others.join(', ')}</p>
        )}
        {thing.explained && (
          <section
            className="mt-8 border-l-[3px] border-ink pl-5"
            aria-labelledby="explained-title"
          >
            <h2 id="explained-title" className="panel-title">
              Where it is explained: {thing.explained.episode.title},{' '}
              <CalendarDate date={thing.explained.episode.date} />
            </h2>
            <Passage episode={thing.explained.episode} mention={thing.explained.mention} large />
          </section>
        )}
        {thing.episodes.map(({ episode, mentions, total: inEpisode }) => (
          <section key={episode.slug} className="mt-12 border-t border-line pt-6">
            <p className="eyebrow">
              {episode.show.title} · <CalendarDate date={episode.date} />
            </p>
            <h2 className="mt-1 text-2xl leading-snug">
              <a className="quiet-link" href={`/episodes/${episode.slug}`}>
                {titleText(episode.title)}
              </a>
            </h2>
            <ol className="mt-4 space-y-5">
              {mentions.map((mention) => (
                <li key={`${mention.anchor}.${mention.offset}`}>
                  <Passage episode={episode} mention={mention} />
                </li>
              ))}
            </ol>
            {inEpisode > mentions.length && (
              <p className="mt-4 text-sm text-muted">
                The first {mentions.length} of {inEpisode} mentions;{' '}
                <a
                  href={`/search?${new URLSearchParams({ q: `"${thing.label}"`, episode: episode.slug })}`}
                >
                  search for all
                </a>
                .
              </p>
            )}
          </section>
        ))}
        {thing.neighbours.length > 0 && (
          <section className="mt-12 border-t border-line pt-6" aria-labelledby="neighbours-title">
            <h2 id="neighbours-title" className="panel-title">
              Named together with
            </h2>
            <ul className="things">
              {thing.neighbours.map((other) => (
                <li key={other.slug}>
                  <a className="quiet-link" href={`/topics/${other.slug}`}>
                    {other.label}
                  </a>
                </li>
              ))}
            </ul>
          </section>
        )}
        <details className="mt-12 text-sm text-muted">
          <summary className="min-h-6 hover:text-ink">Why it is listed</summary>
          <p className="mt-2">{thing.why}</p>
        </details>
      </main>
    </Still>
  );
}
