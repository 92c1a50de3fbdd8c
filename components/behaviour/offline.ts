import { listen, within } from './listen';

const WORKER = '/sw.js';
const CHOICE = 'offline';

/**
 * Keeps the episodes opened last for reading without a network, where the browser allows it (https, or
 * this machine) and the reader does not say otherwise. It begins when the page is loaded and idle.
 */
export function offline(): () => void {
  const { serviceWorker } = navigator;
  if (!serviceWorker) {
    document.querySelector('[data-choice=offline]')?.remove();
    return () => {};
  }
  const begin = () => {
    if (chosen() !== 'none') later(() => void register(serviceWorker));
  };
  if (document.readyState === 'complete') begin();
  const stops = [
    listen('load', begin),
    listen('change', (event) => {
      const choice = within<HTMLInputElement>(event, `#preferences [name=${CHOICE}]`);
      if (choice) void (choice.value === 'none' ? forget(serviceWorker) : register(serviceWorker));
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

async function register(workers: ServiceWorkerContainer): Promise<void> {
  const first = workers.controller === null;
  try {
    await workers.register(WORKER);
    const { active } = await workers.ready;
    if (!first || !active) return;
    const parts = performance.getEntriesByType('resource').map(({ name }) => name);
    active.postMessage({ page: location.pathname, parts });
  } catch {
    // Storage may be closed to us, or the browser in a private window: then nothing is kept.
  }
}

async function forget(workers: ServiceWorkerContainer): Promise<void> {
  for (const registration of await workers.getRegistrations()) await registration.unregister();
  for (const name of await caches.keys()) {
    if (name.startsWith('earmark-')) await caches.delete(name);
  }
}

function chosen(): string | null {
  try {
    return localStorage.getItem(CHOICE);
  } catch {
    return 'none';
  }
}

/** Not while there is something to do for the reader. */
const later = (work: () => void) =>
  'requestIdleCallback' in window ? requestIdleCallback(work) : setTimeout(work, 1_000);
