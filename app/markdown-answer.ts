import { plainAddress } from '@/lib/export/pages/markdown-page';

/** A page's twin in Markdown. Search engines are told that the page itself is the one to list. */
export const answerMarkdown = (markdown: string, page: string): Response =>
  new Response(markdown, {
    headers: {
      'content-type': 'text/markdown; charset=utf-8',
      link: `<${plainAddress(page)}>; rel="canonical"`,
    },
  });
