import { refuse } from '@/app/api/answer';
import { answerMarkdown } from '@/app/markdown-answer';
import { slugFrom } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { speakerMarkdown } from '@/lib/export/pages/speaker';
import { earmark } from '@/lib/wire';

interface Context {
  params: Promise<{ slug: string }>;
}

/** A speaker in Markdown; its address is /speakers/SLUG.md (next.config.ts). */
export async function GET(request: Request, { params }: Context) {
  const slug = slugFrom((await params).slug);
  const speaker = slug && (await earmark().store.speaker(slug));
  const site = siteAddress(request);
  if (!speaker) {
    const live = slug && (await earmark().store.liveSpeaker(slug));
    if (live) return Response.redirect(encodeURI(`${site}/speakers/${live}.md`), 308);
    return refuse('not_found', 'There is no speaker of that name.');
  }
  return answerMarkdown(speakerMarkdown(speaker, site), `${site}/speakers/${speaker.slug}`);
}
