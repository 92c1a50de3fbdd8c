import {
  localhostAllowedHostnames,
  validateHostHeader,
  validateOriginHeader,
} from '@modelcontextprotocol/server';

/** A host that is an address: nobody's DNS can make it point elsewhere. */
const ADDRESS = /^(?:\d{1,3}(?:\.\d{1,3}){3}|\[[\da-f:.]+\])$/i;

/**
 * Whose requests are let in. A page of another site can make a visitor's browser ask this machine,
 * also by a name of its own that it has pointed here (DNS rebinding). So a Host must be this machine's
 * (localhost, a bare IP address) or one that the owner named, and an Origin, which browsers send, must be the
 * same site's, localhost's or the owner's.
 * @param named host names without a port, as the owner wrote them: from PUBLIC_URL and HOST.
 * @returns a sentence that says why not, or null.
 */
export function objection(headers: Headers, named: readonly string[]): string | null {
  const known = [...localhostAllowedHostnames(), ...named];
  const host = headers.get('host');
  const own = hostnameOf(host);
  const itself = own !== null && ADDRESS.test(own) ? [own] : [];
  const asked = validateHostHeader(host, [...known, ...itself]);
  if (!asked.ok) {
    return `Earmark is not known by the name ${JSON.stringify(own ?? '')}; its owner names it with PUBLIC_URL.`;
  }
  const from = validateOriginHeader(headers.get('origin'), [...known, asked.hostname]);
  return from.ok ? null : 'Pages of other sites may not ask Earmark.';
}

function hostnameOf(host: string | null): string | null {
  try {
    return host && new URL(`http://${host}`).hostname;
  } catch {
    return null;
  }
}

/** The names under which its owner says that Earmark is reached. */
export function namedHosts(publicUrl: string | null, host: string | undefined): string[] {
  return [publicUrl && new URL(publicUrl).hostname, host].filter((name) => !!name) as string[];
}
