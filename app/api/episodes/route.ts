import { LibraryParameters } from '@/app/parameters';
import { earmark } from '@/lib/wire';
import { readParameters } from '../answer';

export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, LibraryParameters);
  if (refusal) return refusal;
  const { total, page, perPage, episodes } = await earmark().store.episodes(data);
  return Response.json({
    total,
    page,
    perPage,
    episodes: episodes.map(({ show, ...episode }) => ({ ...episode, show: show.title })),
  });
}
