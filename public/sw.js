// Keeps the episodes that were opened last for reading without a network. While there is one, every page
// comes from it: nothing here is ever shown in its place. What the server refused is not kept, nor is
// /api, nor a search. Unregistering this worker, or “Nothing” in the preferences, ends it.
const PAGES = 'earmark-pages-1';
const PARTS = 'earmark-parts-1';
/** So many episodes, and so many scripts, styles and faces for them: the oldest go first. */
const MOST_PAGES = 10;
const MOST_PARTS = 60;
const OFFLINE = '/offline.html';
const ALWAYS = [OFFLINE, '/offline.js', '/theme.js'];

const isEpisode = ({ pathname, search }) => /^\/episodes\/[^/]+$/.test(pathname) && search === '';
const isPart = ({ pathname }) => pathname.startsWith('/_next/static/') || ALWAYS.includes(pathname);
const isKeepable = ({ ok, redirected }, type) => ok && !redirected && type.startsWith('text/html');

addEventListener('install', (event) => {
  event.waitUntil(
    caches
      .open(PARTS)
      .then((parts) => parts.addAll(ALWAYS))
      .then(() => skipWaiting()),
  );
});

addEventListener('activate', (event) => {
  const own = [PAGES, PARTS];
  event.waitUntil(
    caches
      .keys()
      .then((names) =>
        Promise.all(
          names
            .filter((name) => name.startsWith('earmark-') && !own.includes(name))
            .map((name) => caches.delete(name)),
        ),
      )
      .then(() => clients.claim()),
  );
});

addEventListener('fetch', (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== 'GET' || url.origin !== location.origin) return;
  if (request.mode === 'navigate') event.respondWith(page(event, url));
  else if (isPart(url)) event.respondWith(part(event, url));
});

// The page that registered the worker was opened before there was one: it says what it is made of.
addEventListener('message', (event) => {
  const { page: path, parts = [] } = event.data ?? {};
  if (typeof path !== 'string' || !Array.isArray(parts)) return;
  const url = new URL(path, location.origin);
  if (!isEpisode(url)) return;
  event.waitUntil(
    fetch(url).then(async (response) => {
      await keepPage(url, response);
      for (const address of parts) {
        const own = new URL(address, location.origin);
        if (own.origin === location.origin && isPart(own)) await keepPart(own, await fetch(own));
      }
    }),
  );
});

async function page(event, url) {
  try {
    const response = await fetch(event.request);
    if (isEpisode(url)) event.waitUntil(keepPage(url, response.clone()));
    return response;
  } catch {
    const pages = await caches.open(PAGES);
    return (await pages.match(url.pathname)) ?? (await caches.match(OFFLINE)) ?? Response.error();
  }
}

async function part(event, url) {
  // The names of built files change with what is in them; the others are asked for each time.
  const parts = await caches.open(PARTS);
  const before = await parts.match(url.pathname);
  if (before && url.pathname.startsWith('/_next/static/')) return before;
  try {
    const response = await fetch(event.request);
    event.waitUntil(keepPart(url, response.clone()));
    return response;
  } catch {
    return before ?? Response.error();
  }
}

async function keepPage(url, response) {
  if (!isKeepable(response, response.headers.get('content-type') ?? '')) return;
  await keep(PAGES, MOST_PAGES, url.pathname, response);
}

async function keepPart(url, response) {
  if (response.ok) await keep(PARTS, MOST_PARTS, url.pathname, response, ALWAYS);
}

/** Puts it last; what is too many goes, the oldest first. */
async function keep(name, most, path, response, always = []) {
  const cache = await caches.open(name);
  await cache.delete(path);
  await cache.put(path, response);
  const others = (await cache.keys()).filter(({ url }) => !always.includes(new URL(url).pathname));
  for (const old of others.slice(0, Math.max(0, others.length - most))) await cache.delete(old);
}
