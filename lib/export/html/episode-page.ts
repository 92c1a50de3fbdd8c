import { ribbonRuns } from '../../picture/ribbon.ts';
import { voiceNumbers } from '../../picture/voice-numbers.ts';
import type { TurnView } from '../../store/views.ts';
import { formatClock } from '../../timing/clock.ts';
import { type ExportEpisode, sectionAt, speakerName, timingNote } from '../export-episode.ts';
import { escapeXml } from '../xml.ts';
import { dress, htmlDocument } from './document.ts';
import { EPISODE_SCRIPT } from './episode-script.ts';
import { EPISODE_STYLE } from './episode-style.ts';
import { paragraphs } from './paragraphs.ts';

const DRESS = dress(EPISODE_STYLE, EPISODE_SCRIPT);

/** What the file may do; a server that sends it must not forbid it. */
export const EPISODE_POLICY = DRESS.policy;

/** Columns of the ribbon. */
const COLUMNS = 600;

/**
 * A whole episode in one HTML file: reading, contents, quotes, search, single voices and themes,
 * without a server and without a request. Complete without scripts too.
 */
export function toHtml(episode: ExportEpisode): string {
  const body = [
    head(episode),
    bar(),
    '<main>',
    contents(episode),
    quotes(episode),
    `<div lang="${escapeXml(episode.language)}">`,
    turns(episode),
    '</div>',
    '</main>',
    foot(episode),
  ];
  return htmlDocument(
    { title: `${episode.title} · ${episode.show}`, body: body.filter(Boolean).join('\n') },
    DRESS,
  );
}

const clock = (ms: number, { timing }: Pick<TurnView, 'timing'>) =>
  `${timing === 'estimated' ? '≈ ' : ''}${formatClock(ms)}`;

/** Class and number of the colour of whoever speaks. */
function voice(episode: ExportEpisode, speaker: number | null): string {
  return speaker === null ? '' : `v${voiceNumbers(episode.speakers)[speaker] ?? 0}`;
}

function head(episode: ExportEpisode): string {
  const { title, show, date, turns, durationMs } = episode;
  const note = timingNote(episode);
  const particulars = [show, date, clock(durationMs, episode)].filter((part) => part !== null);
  const runs = ribbonRuns(turns, Math.max(durationMs, turns.at(-1)?.endMs ?? 0), COLUMNS);
  const ribbon = runs.map(
    ({ from, columns, speaker }) =>
      `<rect class="${voice(episode, speaker)}" x="${from}" width="${columns}" height="1"/>`,
  );
  const shares = episode.speakers.map(({ name, share }) => `${name} ${Math.round(share * 100)} %`);
  const buttons = episode.speakers.map(
    ({ name }, i) =>
      `<button type="button" class="${voice(episode, i)}" data-voice="${i}" aria-pressed="false">${escapeXml(name)} only</button>`,
  );
  return `<header>
<p class="quiet">${escapeXml(particulars.join(' · '))}</p>
<h1>${escapeXml(title)}</h1>
<p class="lead">${escapeXml(episode.speakers.map(({ name }) => name).join(', '))}</p>
${note ? `<p class="quiet">${escapeXml(note)}</p>` : ''}
<svg class="ribbon" role="img" aria-label="${escapeXml(`Share of the words: ${shares.join(', ')}`)}" viewBox="0 0 ${COLUMNS} 1" preserveAspectRatio="none">${ribbon.join('')}</svg>
<div class="voices js" role="group" aria-label="Show one voice only">${buttons.join('')}</div>
<p class="js"><button type="button" id="theme">Theme: auto</button></p>
</header>`;
}

const bar = () => `<div class="bar js" role="search">
<input id="find" type="search" aria-label="Find in this episode" placeholder="Find in this episode" autocomplete="off">
<output id="found" for="find"></output>
<button type="button" id="previous" aria-label="Previous match">↑</button>
<button type="button" id="next" aria-label="Next match">↓</button>
</div>`;

function contents(episode: ExportEpisode): string {
  const items = episode.sections.map(
    ({ slug, title, startMs }) =>
      `<li><a href="#s-${escapeXml(slug)}">${escapeXml(title)}</a> <span class="time">${clock(startMs, episode)}</span></li>`,
  );
  const points = episode.summary.map(({ text, turns: [proof] }) => {
    const turn = episode.turns[proof ?? -1];
    const link = turn
      ? ` <a class="time" href="#turn-${escapeXml(turn.anchor)}">${clock(turn.startMs, turn)}</a>`
      : '';
    return `<li>${escapeXml(text)}${link}</li>`;
  });
  const summary = `<details open><summary>Summary</summary><ul>${points.join('')}</ul></details>`;
  return `<nav aria-label="Contents"><details open><summary>Sections</summary><ol class="contents">${items.join('')}</ol></details></nav>
${points.length > 0 ? summary : ''}`;
}

function quotes(episode: ExportEpisode): string {
  const items = episode.quotes.flatMap(({ turn: position, text }) => {
    const turn = episode.turns[position];
    if (!turn) return [];
    const who = escapeXml(speakerName(episode, turn) ?? 'Unknown speaker');
    return `<li class="${voice(episode, turn.speaker)}"><blockquote lang="${escapeXml(episode.language)}" dir="auto">${escapeXml(text)}</blockquote><p class="quiet">${who} <a class="time" href="#turn-${escapeXml(turn.anchor)}">${clock(turn.startMs, turn)}</a></p></li>`;
  });
  if (items.length === 0) return '';
  return `<details><summary>Quotes</summary><ul class="quotes">${items.join('')}</ul></details>`;
}

function turns(episode: ExportEpisode): string {
  const topics = new Map(
    episode.sections.flatMap(({ topics }) => topics.map((topic) => [topic.firstTurn, topic.title])),
  );
  let open = false;
  const parts = episode.turns.map((turn, i) => {
    const section = sectionAt(episode, i);
    const topic = topics.get(i);
    const before: string[] = [];
    if (section) {
      if (open) before.push('</section>');
      open = true;
      before.push(
        `<section id="s-${escapeXml(section.slug)}"><div class="head"><h2>${escapeXml(section.title)}</h2><a class="time" href="#s-${escapeXml(section.slug)}">${clock(section.startMs, episode)}</a></div>`,
      );
    }
    if (topic !== undefined) before.push(`<h3>${escapeXml(topic)}</h3>`);
    return [...before, turnMarkup(episode, turn)].join('\n');
  });
  return parts.join('\n') + (open ? '\n</section>' : '');
}

function turnMarkup(episode: ExportEpisode, turn: TurnView): string {
  const who = escapeXml(speakerName(episode, turn) ?? 'Unknown speaker');
  const anchor = `turn-${escapeXml(turn.anchor)}`;
  const said = paragraphs(turn.text, episode.language)
    .map((text) => `<p class="said" dir="auto">${escapeXml(text)}</p>`)
    .join('');
  return `<div class="turn ${voice(episode, turn.speaker)}" id="${anchor}" data-s="${Math.floor(turn.startMs / 1000)}" data-voice="${turn.speaker ?? ''}"><p class="who"><span class="name">${who}</span><a class="time" href="#${anchor}">${clock(turn.startMs, turn)}</a></p>${said}</div>`;
}

function foot({ url, publisherSummary, recording }: ExportEpisode): string {
  const summary = (publisherSummary ?? '')
    .split(/\n{2,}/u)
    .filter(Boolean)
    .map((text) => `<p dir="auto">${escapeXml(text)}</p>`);
  const words =
    summary.length > 0
      ? `<details><summary>The publisher’s summary</summary>${summary.join('')}</details>`
      : '';
  const heard = recording
    ? `<p class="quiet">The recording: <a href="${escapeXml(recording)}" rel="noreferrer">${escapeXml(recording)}</a></p>`
    : '';
  return `<footer>${words}${heard}<p class="quiet">Saved from <a href="${escapeXml(url)}">${escapeXml(url)}</a> with Earmark. This file asks nobody for anything.</p></footer>`;
}
