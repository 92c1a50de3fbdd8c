import { afterEach, describe, expect, it, vi } from 'vitest';
import { GET } from '@/app/api/health/route';
import type { SearchState } from '@/lib/search/searcher';

const held = globalThis as { earmark?: unknown };
afterEach(() => {
  delete held.earmark;
  vi.restoreAllMocks();
});

function site(check: () => Promise<SearchState>, countEpisodes = async () => 3) {
  const outbox = { pendingFor: async () => ({ episodeIds: [7], lastSeq: 1 }) };
  held.earmark = { store: { countEpisodes, outbox }, searcher: { check } };
}

describe('health', () => {
  it('is well where the configured engine answers', async () => {
    site(async () => ({ engine: 'meilisearch', degraded: null }));
    const response = await GET();
    expect(response.status).toBe(200);
    const health = await response.json();
    expect(health).toMatchObject({ status: 'ok', engine: 'meilisearch', episodes: 3 });
    expect(health).toMatchObject({ pendingIndexing: 1, version: expect.any(String) });
    expect(health).not.toHaveProperty('message');
  });

  it('is degraded where another engine answers instead, and says why', async () => {
    const degraded = 'Meilisearch cannot be reached. The embedded index answers instead.';
    site(async () => ({ engine: 'sqlite', degraded }));
    const response = await GET();
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({
      status: 'degraded',
      engine: 'sqlite',
      message: degraded,
    });
  });

  it('is unavailable where the database cannot be read', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    site(
      async () => ({ engine: 'sqlite', degraded: null }),
      async () => Promise.reject(new Error('disk')),
    );
    expect((await GET()).status).toBe(503);
  });
});
