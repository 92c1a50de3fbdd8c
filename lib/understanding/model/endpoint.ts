import type { ModelSettings } from './draft.ts';

/** Where to ask, what to call the place in a note, and what to send with every request. */
export interface Endpoint {
  url: URL;
  /** Host and port alone: nothing secret that an address may hold. */
  host: string;
  model: string;
  headers: Record<string, string>;
}

/**
 * Makes the address of the completions out of the owner's settings. Never throws: settings that
 * cannot be used come back as a sentence that does not repeat them, since they may hold a password.
 */
export function readEndpoint(settings: ModelSettings): Endpoint | { problem: string } {
  const url = URL.canParse(settings.url) ? new URL(settings.url) : null;
  if (!url || !/^https?:$/.test(url.protocol)) {
    return { problem: 'The address of the model is not an http(s) URL' };
  }
  if (url.username || url.password) {
    return { problem: 'The address of the model holds a user name or password, which is not sent' };
  }
  const path = url.pathname.replace(/\/+$/, '');
  url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
  url.hash = '';
  const key = settings.apiKey?.trim() ?? '';
  if (!/^[\x21-\x7e]*$/.test(key)) {
    return { problem: 'The API key of the model holds a character that cannot be sent' };
  }
  const headers: Record<string, string> = {
    'content-type': 'application/json',
    accept: 'application/json',
  };
  if (key) headers.authorization = `Bearer ${key}`;
  return { url, host: url.host, model: settings.model, headers };
}
