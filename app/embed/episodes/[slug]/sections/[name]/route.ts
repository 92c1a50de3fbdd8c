import { refuse } from '@/app/api/answer';
import { respondWithCard } from '@/app/embed/respond';
import { findSection } from '@/app/episodes/find-section';
import { slugFrom } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { episodeEmbed } from '@/lib/export/html/embed-card';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ slug: string; name: string }>;
}

/** A section of an episode as a card for other pages. */
export async function GET(request: Request, { params }: Context) {
  const names = await params;
  const slug = slugFrom(names.slug);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode)
    return refuse('not_found', 'There is no episode of that name; /api/episodes lists them.');
  const section = await findSection(episode, names.name);
  if (!section)
    return refuse(
      'not_found',
      `“${episode.title}” has no section of that name; its page lists them.`,
    );
  return respondWithCard(episodeEmbed(episode, section, siteAddress(request)));
}
