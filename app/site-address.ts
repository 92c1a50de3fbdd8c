import { earmark } from '@/lib/wire';

/** Where the site is for those who link to it: as its owner says, else as it was asked for. */
export function siteAddress(request: Request): string {
  const { publicUrl } = earmark().settings;
  if (publicUrl) return publicUrl;
  const { protocol, host } = new URL(request.url);
  return `${protocol}//${request.headers.get('host') ?? host}`;
}
