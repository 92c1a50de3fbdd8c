import type { ScopedEntry } from '../lib/search/glossary/entry.ts';
import {
  entriesFor,
  type GlossaryChange,
  previewGlossary,
} from '../lib/search/glossary/preview.ts';
import type { Store } from '../lib/store/store.ts';
import { formatClock } from '../lib/timing/clock.ts';

/** A change and where it stands, for a person. */
export interface PlacedChange extends GlossaryChange {
  slug: string;
  episode: string;
  at: string;
  speaker: string;
  context: [string, string];
}

/** Characters of context on each side. */
const AROUND = 50;
/** Of each form so many places are shown, unless all are asked for. */
const SHOWN = 3;
/** A form in so many places deserves a second look. */
const MANY = 20;

/** What would be read otherwise if these entries took the place of those that are applied. */
export async function changesOf(
  store: Store,
  entries: readonly ScopedEntry[],
): Promise<PlacedChange[]> {
  const changes: PlacedChange[] = [];
  for (const { slug } of (await store.addresses()).episodes) {
    const episode = await store.episode(slug);
    if (!episode) continue;
    const next = entriesFor(entries, episode.show.slug);
    for (const change of previewGlossary(episode.turns, episode.glossary, next)) {
      const turn = episode.turns[change.turn];
      if (!turn) continue;
      const { text, startMs, timing, speaker } = turn;
      changes.push({
        ...change,
        slug,
        episode: `${episode.show.title} · ${episode.title}`,
        at: `${timing === 'estimated' ? '≈ ' : ''}${formatClock(startMs)}`,
        speaker: (speaker === null ? null : episode.speakers[speaker]?.name) ?? 'Unknown speaker',
        context: [
          text.slice(Math.max(0, change.start - AROUND), change.start),
          text.slice(change.end, change.end + AROUND),
        ],
      });
    }
  }
  return changes;
}

/** Shows changes in context on standard output, form by form. */
export function tellChanges(changes: readonly PlacedChange[], { all }: { all: boolean }): void {
  const forms = new Map<string, PlacedChange[]>();
  for (const change of changes) {
    const key = `${change.kind === 'new' ? '+' : '-'} ${change.term} ← “${change.heard}”`;
    forms.set(key, [...(forms.get(key) ?? []), change]);
  }
  const lines = [...forms].flatMap(([form, places]) => [
    `${form}   ${places.length} ${places.length === 1 ? 'place' : 'places'}${places.length >= MANY ? ' — many: look at them with --all' : ''}`,
    ...places.slice(0, all ? undefined : SHOWN).flatMap(({ context, ...place }) => {
      const [before, after] = context.map((text) => text.replace(/\s+/g, ' '));
      return [
        `    … ${before}[${place.heard}]${after} …`,
        `      ${place.speaker}, ${place.at}, ${place.episode}`,
      ];
    }),
  ]);
  const count = (kind: GlossaryChange['kind']) =>
    changes.filter((change) => change.kind === kind).length;
  const episodes = new Set(changes.map(({ slug }) => slug)).size;
  lines.push(
    changes.length === 0
      ? 'Nothing would be read otherwise than now.'
      : `${count('new')} newly marked, ${count('gone')} no longer, in ${episodes} ${episodes === 1 ? 'episode' : 'episodes'}.`,
  );
  process.stdout.write(`${lines.join('\n')}\n`);
}
