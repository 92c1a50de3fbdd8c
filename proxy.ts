import { type NextRequest, NextResponse } from 'next/server';
import { playersAllowed } from './app/players-allowed';

const ON_ITS_OWN =
  /^\/(?:episodes\/[^/]+\/transcript\.html|embed\/(?:quotes\/[^/]+|episodes\/[^/]+(?:\/sections\/[^/]+)?))$/;

/**
 * Gives every page a content security policy with a fresh nonce: only the page's own scripts run,
 * nothing comes from another host but the recording of an episode that has one there. Styles may be inline; scripts never. Documents that stand on
 * their own (lib/export/html) bring a stricter policy with them.
 */
export async function proxy(request: NextRequest) {
  if (ON_ITS_OWN.test(request.nextUrl.pathname)) return NextResponse.next();
  const nonce = btoa(crypto.randomUUID());
  const development = process.env.NODE_ENV === 'development';
  const policy = [
    "default-src 'self'",
    `script-src 'self' 'nonce-${nonce}'${development ? " 'unsafe-eval'" : ''}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    ...(await playersAllowed(request.nextUrl.pathname)),
  ].join('; ');
  const headers = new Headers(request.headers);
  headers.set('x-nonce', nonce);
  headers.set('content-security-policy', policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set('content-security-policy', policy);
  return response;
}

export const config = { matcher: ['/((?!_next/static|_next/image|favicon.ico).*)'] };
