import { describe, expect, it } from 'vitest';
import type { Library } from '@/lib/assistants/library';
import { serveOverHttp } from '@/lib/assistants/over-http';
import { EngineUnavailable } from '@/lib/search/engine';

/** A library whose search fails like this; nothing else of it is asked. */
function failing(error: Error): Library {
  const fail = () => Promise.reject(error);
  return {
    site: 'http://localhost',
    store: { episode: fail, episodes: fail, retiredPlaces: fail },
    search: fail,
    check: fail,
  };
}

async function search(error: Error) {
  const logged: string[] = [];
  const { answer, close } = serveOverHttp({
    libraryFor: () => failing(error),
    named: [],
    version: '1.0.0',
    log: (line) => logged.push(line),
  });
  const response = await answer(
    new Request('http://localhost/mcp', {
      method: 'POST',
      headers: {
        host: 'localhost',
        'content-type': 'application/json',
        accept: 'application/json, text/event-stream',
      },
      body: JSON.stringify({
        jsonrpc: '2.0',
        id: 1,
        method: 'tools/call',
        params: { name: 'search', arguments: { query: 'kites' } },
      }),
    }),
  );
  const told = await response.text();
  await close();
  return { told, logged: logged.join('\n') };
}

describe('a failure', () => {
  it('that was foreseen is told in its own words', async () => {
    const { told, logged } = await search(new EngineUnavailable('The index is being built.'));
    expect(told).toContain('The index is being built.');
    expect(told).toContain('"isError":true');
    expect(logged).toBe('');
  });

  it('that was not is for the owner’s log and not for the assistant', async () => {
    const { told, logged } = await search(new Error('SQLITE_CORRUPT in /home/ann/data/search.db'));
    expect(told).toContain('its owner finds the reason in its log');
    expect(told).not.toMatch(/SQLITE|ann|\.ts/);
    expect(logged).toContain('search: Error: SQLITE_CORRUPT in /home/ann/data/search.db');
  });
});
