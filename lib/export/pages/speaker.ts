import type { SpeakerView } from '../../store/views.ts';
import { escapeMarkdown } from '../markdown.ts';
import { clock, count, episodeLink, link, markdownPage } from './markdown-page.ts';

/** A speaker's page as Markdown. `site` is this site's address. */
export function speakerMarkdown(
  { slug, name, spellings, appearances }: SpeakerView,
  site: string,
): string {
  const parts = appearances.flatMap(
    ({ episode, role, inferred, share, turnCount, wordCount, quotes }) => [
      `## ${episodeLink(episode, site)}`,
      `${role ?? 'role unknown'}${inferred ? ' (name inferred)' : ''}, ${count(turnCount, 'turn')}, ${count(wordCount, 'word')}, ${Math.round(share * 100)} % of the words`,
      quotes
        .map(
          ({ id, text, startMs, timing }) =>
            `> ${escapeMarkdown(text)} (${link(clock(startMs, timing), `${site}/quotes/${id}`)})`,
        )
        .join('\n\n'),
    ],
  );
  const also = spellings.map(escapeMarkdown).join(', ');
  return markdownPage({ title: name, url: `${site}/speakers/${slug}` }, [
    ...(also === '' ? [] : [`Also in the transcripts as ${also}.`]),
    ...parts,
  ]);
}
