import { voiceNumbers } from '../../picture/voice-numbers.ts';
import type { EpisodeView, QuoteInContext, SectionView } from '../../store/views.ts';
import { formatClock } from '../../timing/clock.ts';
import type { Timing } from '../../timing/timed.ts';
import type { SummaryPoint } from '../../understanding/understanding.ts';
import { escapeXml } from '../xml.ts';
import { COLOURS } from './colours.ts';
import { dress, htmlDocument } from './document.ts';

const DRESS = dress(`${COLOURS}
*{box-sizing:border-box}
html{background:var(--ground);color:var(--ink);font:15px/1.5 system-ui,sans-serif;overflow-wrap:break-word;text-size-adjust:100%}
body{margin:0;padding:1.1rem 1.25rem 1rem;border:1px solid var(--line);border-radius:.5rem;min-height:100vh;display:flex;flex-direction:column;justify-content:space-between;gap:.9rem}
blockquote,h1,li{font-family:"Source Serif 4",Charter,Georgia,"Times New Roman",serif}
blockquote{margin:0;padding-left:1rem;border-left:4px var(--rule,solid) var(--voice,var(--line));font-size:1.3rem;line-height:1.4}
h1{margin:0;font-size:1.3rem;line-height:1.25}
ul{margin:.6rem 0 0;padding-left:1.1rem}
li{margin:.3rem 0;font-size:1.05rem;line-height:1.45}
p{margin:0}
a{color:inherit;text-underline-offset:.18em;text-decoration-thickness:1px}
:focus-visible{outline:2px solid var(--link);outline-offset:2px;border-radius:2px}
footer,.quiet{color:var(--muted);font-size:.875rem}
footer{display:flex;justify-content:space-between;align-items:end;gap:1rem}
.name{color:var(--voice,var(--ink));font-weight:600}
.time{color:var(--muted);font:.8125rem system-ui,sans-serif;font-variant-numeric:tabular-nums;white-space:nowrap}
.site{font-weight:600;color:var(--ink);text-decoration:none}
.site:hover{text-decoration:underline}
.unseen{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}`);

/** What a card may do. It says nothing of who may frame it: “frame-ancestors *” would shut out files and apps. */
export const EMBED_POLICY = DRESS.policy;

const clock = (ms: number, timing: Timing) =>
  `${timing === 'estimated' ? '≈ ' : ''}${formatClock(ms)}`;

/** Every link leaves the frame: the reader does not fit in it. */
const link = (url: string, text: string, kind = '') =>
  `<a${kind && ` class="${kind}"`} href="${escapeXml(url)}" target="_top">${escapeXml(text)}</a>`;

function card(title: string, content: string, source: string, site: string): string {
  const foot = `<footer><div>${source}</div>${link(site, 'Earmark', 'site')}</footer>`;
  return htmlDocument({ title, body: `<main>${content}</main>\n${foot}` }, DRESS);
}

const dated = (show: string, date: string | null) => [show, date].filter(Boolean).join(' · ');

/** A quote as a small page of its own, for other pages to frame. `site` is this site's address. */
export function quoteEmbed(quote: QuoteInContext, site: string): string {
  const { episode, speakers, exchange, quoted, text, id } = quote;
  const turn = exchange[quoted];
  const who = turn?.speaker == null ? undefined : speakers[turn.speaker];
  const voice = turn?.speaker == null ? '' : `v${voiceNumbers(speakers)[turn.speaker] ?? 0}`;
  const name = who?.name ?? 'Unknown speaker';
  const when = turn
    ? ` ${link(`${site}/quotes/${id}`, clock(turn.startMs, turn.timing), 'time')}`
    : '';
  const source = `<p class="${voice}"><span class="name">${escapeXml(name)}</span>${when}</p>
<p>${link(`${site}/episodes/${episode.slug}`, episode.title)}</p>
<p>${escapeXml(dated(episode.show.title, episode.date))}</p>`;
  const words = `<blockquote class="${voice}" dir="auto" cite="${escapeXml(`${site}/quotes/${id}`)}">“${escapeXml(text)}”</blockquote>`;
  const title = `A quote from ${name}`;
  const heading = `<h1 class="unseen">${escapeXml(title)}</h1>`;
  return card(title, heading + words, source, `${site}/quotes/${id}`);
}

/** A section of an episode, or an episode, with what was said in it. */
export function episodeEmbed(
  episode: EpisodeView,
  section: SectionView | undefined,
  site: string,
): string {
  const url = `${site}/episodes/${episode.slug}`;
  const heading = section?.title ?? episode.title;
  const opens = section ? `${url}#s-${section.slug}` : url;
  const points = (section ?? episode).summary.slice(0, EMBED_POINTS);
  const content = `<h1>${link(opens, heading)}</h1>${section ? `<p class="time">${clock(section.startMs, episode.timing)}–${formatClock(section.endMs)}</p>` : ''}
${points.length > 0 ? list(episode, points, url) : opening(episode, section)}`;
  const people = episode.speakers.map(({ name }) => name).join(', ');
  const source = `${section ? `<p>${link(url, episode.title)}</p>\n` : ''}<p>${escapeXml(people)}</p>
<p>${escapeXml(dated(episode.show.title, episode.date))}</p>`;
  return card(heading, content, source, opens);
}

/** Points of a summary that a card shows. */
export const EMBED_POINTS = 4;

function list(episode: EpisodeView, points: readonly SummaryPoint[], url: string): string {
  const items = points.map(({ text, turns: [proof] }) => {
    const turn = episode.turns[proof ?? -1];
    const when = turn
      ? ` ${link(`${url}#turn-${turn.anchor}`, clock(turn.startMs, turn.timing), 'time')}`
      : '';
    return `<li>${escapeXml(text)}${when}</li>`;
  });
  return `<ul lang="${escapeXml(episode.language)}" dir="auto">${items.join('')}</ul>`;
}

/** How it begins, where nothing sums it up. */
function opening(episode: EpisodeView, section: SectionView | undefined): string {
  const text = episode.turns[section?.firstTurn ?? 0]?.text ?? '';
  const most = 280;
  const cut = text.length > most ? `${text.slice(0, text.lastIndexOf(' ', most))}…` : text;
  return `<p class="quiet" lang="${escapeXml(episode.language)}" dir="auto">${escapeXml(cut)}</p>`;
}
