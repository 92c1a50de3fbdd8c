import { openStore } from '../../lib/store/store.ts';
import { sampleEpisode } from './sample-episode.ts';

/** `writer.ts URL NAME COUNT`: saves episodes and reads the outbox, as an ingest and a site do. */
const [url = '', name = '', count = '0'] = process.argv.slice(2);
const store = openStore(url);
for (let n = 0; n < Number(count); n++) {
  const title = `${name} ${n}`;
  await store.saveEpisode(
    sampleEpisode([`The ${title} begins.`, `It goes on about ${title}.`], {
      slug: `${name}-${n}`,
      title,
      source: `${title}.txt`,
    }),
  );
  const { lastSeq } = await store.outbox.pendingFor(name);
  await store.outbox.advance(name, lastSeq, ['one', 'two']);
}
await store.close();
