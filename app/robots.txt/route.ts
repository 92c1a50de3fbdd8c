import { siteAddress } from '../site-address';

export function GET(request: Request) {
  const lines = [
    'User-agent: *',
    'Disallow: /search',
    'Disallow: /check',
    'Disallow: /api/',
    '',
    `Sitemap: ${siteAddress(request)}/sitemap.xml`,
    '',
  ];
  return new Response(lines.join('\n'), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
}
