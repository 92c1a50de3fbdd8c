import { roughly } from '@/components/time';
import { createTimeline, type Spoken, type Timeline } from '@/lib/media/timeline';
import { announce } from '../copying';
import { buildControls } from './controls';
import { followAlong } from './follow-along';
import { keepChoice, keptChoice } from './kept-choice';
import { mediaKeys } from './media-keys';
import { playFrom } from './play-from';
import { playerKeys } from './player-keys';
import { playingSpeed } from './speed';
import { BACK_S, ON_S, stepBy } from './steps';

/** Makes the recording of the page one that follows along. Returns what ends it. */
export function start(): () => void {
  const bar = document.querySelector<HTMLElement>('.player');
  const media = document.querySelector<HTMLMediaElement>('#recording');
  if (!bar || !media) return () => {};
  const { speed: choice, follow, skip, note } = buildControls(bar, media);
  const speed = playingSpeed(media, choice);
  let timeline: Timeline | null = null;
  let along: ReturnType<typeof followAlong> | null = null;
  const wishes = {
    follow: keptChoice('follow') !== 'off',
    skip: keptChoice('skip-silence') === 'on',
  };

  const wishFollow = () => {
    wishes.follow = follow.ariaPressed !== 'true';
    keepChoice('follow', wishes.follow ? null : 'off');
    along?.follow(wishes.follow, true);
  };
  const wishSkip = () => {
    wishes.skip = !wishes.skip;
    skip.ariaPressed = String(wishes.skip);
    keepChoice('skip-silence', wishes.skip ? 'on' : null);
  };
  const fasterBy = (by: 1 | -1) => announce(`Speed ${speed.step(by)}×`);
  const toggle = () => {
    if (media.paused) void media.play().catch(() => {});
    else media.pause();
  };
  follow.addEventListener('click', wishFollow);
  skip.addEventListener('click', wishSkip);

  const sayWorth = (spoken: Spoken | null) => {
    if (spoken?.kind !== 'about') return;
    const { withinMs } = spoken;
    const by = withinMs === null ? 'minutes' : `up to ${roughly(withinMs)}`;
    note.textContent = `≈ Estimated: what is marked may be off by ${by}.`;
  };
  const moved = () => {
    if (bar.dataset.started === undefined || !timeline) return;
    const silence = wishes.skip && !media.paused && !media.seeking;
    const target = silence ? timeline.afterSilence(media.currentTime * 1000) : null;
    if (target !== null) media.currentTime = target / 1000;
    along?.update();
  };
  const started = () => {
    bar.dataset.started = '';
    along?.follow(wishes.follow, false);
  };
  const failed = () => {
    const link = document.createElement('a');
    link.href = media.currentSrc || media.src;
    link.rel = 'noreferrer';
    link.textContent = 'Open it by itself';
    note.role = 'alert';
    note.replaceChildren(
      'The recording cannot be played here: it is gone, or in a form that this browser does not play. ',
      link,
      '.',
    );
    note.hidden = false;
  };
  const heard: [keyof HTMLMediaElementEventMap, () => void][] = [
    ['timeupdate', moved],
    ['seeked', moved],
    ['play', started],
    ['error', failed],
  ];
  for (const [type, handler] of heard) media.addEventListener(type, handler);
  if (media.error) failed();

  const stops = [
    playFrom(
      media,
      () => timeline,
      () => along?.follow(wishes.follow, true),
    ),
    playerKeys([
      { keys: ['l'], says: 'listen, and pause', press: toggle },
      {
        keys: [',', '.'],
        says: `back ${BACK_S} seconds, on ${ON_S}`,
        press: (key) => stepBy(media, key === ',' ? -BACK_S : ON_S),
      },
      { keys: ['<', '>'], says: 'slower, faster', press: (key) => fasterBy(key === '<' ? -1 : 1) },
      { keys: ['f'], says: 'follow what is said, or no longer', press: wishFollow },
    ]),
  ];
  const gone = new AbortController();
  fetchTimeline(bar.dataset.timeline ?? '', gone.signal).then(
    (fetched) => {
      timeline = fetched;
      along = followAlong({
        media,
        timeline,
        onFollowing: (on) => {
          follow.ariaPressed = String(on);
        },
        onSpoken: sayWorth,
      });
      stops.push(along.stop, mediaKeys(media, timeline, bar.dataset.picture ?? ''));
      skip.hidden = !timeline.hasSilence;
      skip.ariaPressed = String(wishes.skip);
      if (timeline.turns.some(({ timing }) => timing === 'estimated')) {
        note.textContent = '≈ Times are estimated: whole turns are marked, not words.';
        note.hidden = false;
      }
      if (!media.paused) started();
    },
    // Without it the recording still plays; only nothing follows.
    () => {},
  );
  return () => {
    gone.abort();
    media.pause();
    for (const [type, handler] of heard) media.removeEventListener(type, handler);
    for (const stop of stops) stop();
  };
}

async function fetchTimeline(address: string, signal: AbortSignal): Promise<Timeline> {
  const response = await fetch(address, { signal });
  if (!response.ok) throw new Error(`The timeline answers ${response.status}.`);
  const { turns } = await response.json();
  return createTimeline(turns);
}
