import { clockText } from '@/components/time';
import type { SearchAnswer } from '@/lib/search/answer-view';
import type { HitView } from '@/lib/search/hit-view';
import { element } from './element';

/** What the palette reads of an answer of `/api/search`. */
export interface Found
  extends Pick<
    SearchAnswer,
    'query' | 'total' | 'totalIsExact' | 'semantic' | 'episodes' | 'suggestions' | 'relaxed'
  > {
  /** `how` says by what a hit matches: by its words, with a typo, by sound, or by meaning. */
  hits: (HitView & { how?: string })[];
}

/** Hits shown of one episode before the rest is a link. */
const SHOWN = 3;
/** Characters kept before the first match, so that it stands in the two lines that are seen. */
const LEAD = 48;

const option = { role: 'option', tabindex: '-1', 'aria-selected': 'false' };

/** Where Enter goes unless somebody chooses otherwise: the page with everything. */
export function searchAllRow(query: string): HTMLElement {
  return element(
    'a',
    { ...option, class: 'palette-row palette-all', href: searchAddress({ q: query }) },
    element('span', {}, 'Search all for ', element('b', {}, `“${query}”`)),
  );
}

/** Hits by episode, in the order of each one's best. */
export function episodeGroups({ hits, episodes, query }: Found): HTMLElement[] {
  const bySlug = new Map<string, Found['hits']>();
  for (const hit of hits) {
    const own = bySlug.get(hit.episode.slug);
    if (own) own.push(hit);
    else bySlug.set(hit.episode.slug, [hit]);
  }
  return [...bySlug].map(([slug, own], i) => {
    const total = episodes?.shown.find((episode) => episode.slug === slug)?.total ?? own.length;
    const { title = slug, show = '' } = own[0]?.episode ?? {};
    const rows = own.slice(0, SHOWN).map(hitRow);
    if (total > SHOWN)
      rows.push(moreRow(total - SHOWN, searchAddress({ q: query, episode: slug })));
    return group(`palette-episode-${i}`, [title, element('span', {}, ` · ${show}`)], rows);
  });
}

/** Searches to take up: earlier ones, or what was perhaps meant. */
export function searchesGroup(title: string, searches: readonly string[]): HTMLElement {
  return group(
    `palette-${title.toLowerCase().replaceAll(' ', '-')}`,
    [title],
    searches.map((search) =>
      element(
        'button',
        { ...option, type: 'button', class: 'palette-row palette-fill', 'data-fill': search },
        search,
      ),
    ),
  );
}

export function searchAddress(parameters: Record<string, string>): string {
  return `/search?${new URLSearchParams(parameters)}`;
}

function group(id: string, title: (Node | string)[], rows: HTMLElement[]): HTMLElement {
  return element(
    'div',
    { role: 'group', 'aria-labelledby': id, class: 'palette-group' },
    element('div', { id, role: 'presentation', class: 'palette-title' }, ...title),
    ...rows,
  );
}

function moreRow(count: number, href: string): HTMLElement {
  return element(
    'a',
    { ...option, class: 'palette-row palette-more', href },
    `${count.toLocaleString('en')} more in this episode`,
  );
}

function hitRow(hit: Found['hits'][number]): HTMLElement {
  const said = element('span', { class: 'palette-said' });
  // Escaped by the server: its only markup is <mark>.
  said.innerHTML = hit.snippetHtml;
  shortenLead(said);
  return element(
    'a',
    { ...option, class: 'palette-row palette-hit', href: hit.url },
    element(
      'span',
      { class: 'palette-who' },
      element('b', {}, hit.speaker?.name ?? 'Unknown speaker'),
      ' ',
      element('span', { class: 'time' }, clockText(hit.startMs, hit.timing)),
      hit.how === 'sound' && element('i', {}, ' sounds like'),
      hit.how === 'meaning' && element('i', {}, ' similar in meaning'),
    ),
    ' ',
    said,
  );
}

function shortenLead(said: HTMLElement): void {
  const lead = said.firstChild;
  if (!(lead instanceof Text) || lead.length <= LEAD || !lead.nextSibling) return;
  const kept = lead.data.slice(-LEAD);
  lead.data = `…${kept.slice(kept.indexOf(' ') + 1)}`;
}
