import { refuse } from '@/app/api/answer';
import { respondWithCard } from '@/app/embed/respond';
import { slugFrom } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { episodeEmbed } from '@/lib/export/html/embed-card';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ slug: string }>;
}

/** An episode as a card for other pages. */
export async function GET(request: Request, { params }: Context) {
  const slug = slugFrom((await params).slug);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode)
    return refuse('not_found', 'There is no episode of that name; /api/episodes lists them.');
  return respondWithCard(episodeEmbed(episode, undefined, siteAddress(request)));
}
