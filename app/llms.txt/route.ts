import { escapeMarkdown } from '@/lib/export/markdown';
import { earmark } from '@/lib/wire';
import { siteAddress } from '../site-address';

const EPISODES = 100;

/** What an assistant needs to find its way (https://llmstxt.org). */
export async function GET(request: Request) {
  const site = siteAddress(request);
  const { episodes, total } = await earmark().store.episodes({ page: 1, perPage: EPISODES });
  const lines = [
    '# Earmark',
    '',
    `> Transcripts of ${total} podcast episodes, to read, search and cite. Quote verbatim and give the link: it lands on the words. Times marked with ≈ are estimates.`,
    '',
    '## API',
    '',
    `- [Search](${site}/api/search?q=WORDS): passages with speaker, time and a link; "exact phrase", -word, speaker:, asked:, answered:, after:, before:`,
    `- [Check a quote](${site}/api/check?text=WORDS): whether and by whom it was said, word for word`,
    `- [Episodes](${site}/api/episodes) and [topics](${site}/api/topics): JSON lists`,
    `- [Model Context Protocol](${site}/mcp): the same as tools (search, get_passage, get_section, list_episodes, get_episode, check_quote), over streamable HTTP`,
    '',
    '## Pages in Markdown',
    '',
    `- [Library](${site}/index.md): all episodes; [people and things](${site}/topics.md) that they are about`,
    `- [Search](${site}/search.md?q=WORDS): what is found, with links onto the words; [check a quote](${site}/check.md?text=WORDS)`,
    '- Every episode, speaker, quote and topic: the address of its page with .md at the end',
    '',
    '## Episodes',
    '',
    ...episodes.map(({ slug, title, show, date, blurb }) => {
      const about = [show.title, date, blurb?.slice(0, 200)].filter(Boolean).join('; ');
      return `- [${escapeMarkdown(title)}](${site}/episodes/${slug}/transcript.md): ${escapeMarkdown(about)}`;
    }),
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/markdown; charset=utf-8' },
  });
}
