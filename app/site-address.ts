import { headers } from 'next/headers';
import { earmark } from '@/lib/wire';

/** Where the site is for those who link to it: as its owner says, else as it was asked for. */
export function siteAddress(request: Request): string {
  const { publicUrl } = earmark().settings;
  if (publicUrl) return publicUrl;
  const { protocol, host } = new URL(request.url);
  return `${protocol}//${request.headers.get('host') ?? host}`;
}

/** The same for a page, which is not told how it was asked for but by headers; always an address that can be read. */
export async function siteOrigin(): Promise<string> {
  const { publicUrl } = earmark().settings;
  if (publicUrl) return publicUrl;
  const asked = await headers();
  const protocol = asked.get('x-forwarded-proto')?.startsWith('https') ? 'https' : 'http';
  const address = `${protocol}://${asked.get('host')}`;
  return URL.canParse(address) ? address : 'http://localhost';
}
