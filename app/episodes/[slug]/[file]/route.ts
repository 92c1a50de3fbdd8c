import { refuse } from '@/app/api/answer';
import { slugFrom } from '@/app/parameters';
import { siteAddress } from '@/app/site-address';
import { EPISODE_POLICY, toHtml } from '@/lib/export/html/episode-page';
import { toMarkdown } from '@/lib/export/markdown';
import { plainAddress } from '@/lib/export/pages/markdown-page';
import { toPodcasting2Json } from '@/lib/export/podcasting2';
import { toSrt } from '@/lib/export/srt';
import { toText } from '@/lib/export/text';
import { toWebVtt } from '@/lib/export/webvtt';
import { recordingOf } from '@/lib/media/recording';
import type { EpisodeView } from '@/lib/store/views';
import { earmark } from '@/lib/wire';

/** The downloads: name in the URL → media type and writer. */
const FILES = new Map([
  ['transcript.txt', { type: 'text/plain', write: toText }],
  ['transcript.md', { type: 'text/markdown', write: toMarkdown }],
  ['transcript.vtt', { type: 'text/vtt', write: toWebVtt }],
  ['transcript.srt', { type: 'application/x-subrip', write: toSrt }],
  ['transcript.json', { type: 'application/json', write: toPodcasting2Json }],
  ['transcript.html', { type: 'text/html', write: toHtml }],
]);

/** Where the recording is for who has the file and not the page. */
function recordingAddress(episode: EpisodeView, url: string): string | null {
  const recording = recordingOf(episode);
  if (recording === null) return null;
  if (recording.kind === 'elsewhere') return recording.url;
  return recording.own ? `${url}/media` : recording.src;
}

interface Context {
  params: Promise<{ slug: string; file: string }>;
}

export async function GET(request: Request, { params }: Context) {
  const { slug: raw, file } = await params;
  const download = FILES.get(file);
  if (!download)
    return refuse('not_found', `There is no such file; there are ${[...FILES.keys()].join(', ')}.`);
  const slug = slugFrom(raw);
  const episode = slug && (await earmark().store.episode(slug));
  if (!episode)
    return refuse('not_found', 'There is no episode of that name; /api/episodes lists them.');
  const url = `${siteAddress(request)}/episodes/${episode.slug}`;
  const recording = recordingAddress(episode, url);
  const body = download.write({ ...episode, show: episode.show.title, url, recording });
  return new Response(body, {
    headers: {
      ...(download.write === toHtml && {
        'content-security-policy': `${EPISODE_POLICY}; frame-ancestors 'none'`,
      }),
      'content-type': `${download.type}; charset=utf-8`,
      // Search engines are told that the page itself is the one to list.
      link: `<${plainAddress(url)}>; rel="canonical"`,
      'content-disposition': `inline; filename="${encodeURIComponent(episode.slug)}.${file.split('.')[1]}"`,
    },
  });
}
