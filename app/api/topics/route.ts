import { ListParameters } from '@/app/parameters';
import { earmark } from '@/lib/wire';
import { readParameters } from '../answer';

export async function GET(request: Request) {
  const { data, refusal } = readParameters(request, ListParameters);
  if (refusal) return refusal;
  const { things, ...paging } = await earmark().store.things(data);
  return Response.json({
    ...paging,
    topics: things.map((thing) => ({ ...thing, url: `/topics/${thing.slug}` })),
  });
}
