import 'media-chrome/media-controller';
import 'media-chrome/media-play-button';
import 'media-chrome/media-seek-backward-button';
import 'media-chrome/media-seek-forward-button';
import 'media-chrome/media-time-display';
import 'media-chrome/media-time-range';
import { BACK_S, ON_S } from './steps';

/** The name by which controls know their recording. */
const CONTROLLER = 'player-controller';

/**
 * Puts the player's controls into its bar, in the place of the browser's own; a film keeps those too, for
 * its captions and its size.
 */
export function buildControls(bar: HTMLElement, media: HTMLMediaElement) {
  const controller = element('media-controller', {
    id: CONTROLLER,
    nohotkeys: '',
    gesturesdisabled: '',
    noautohide: '',
    ...(bar.dataset.duration && { defaultduration: bar.dataset.duration }),
    ...(media instanceof HTMLAudioElement && { audio: '' }),
  });
  // What is moved falls silent.
  const playing = !media.paused;
  media.before(controller);
  media.slot = 'media';
  if (media instanceof HTMLAudioElement) media.controls = false;
  controller.append(media);
  if (playing) void media.play().catch(() => {});

  const control = (name: string, attributes: Readonly<Record<string, string>> = {}) =>
    element(name, { mediacontroller: CONTROLLER, notooltip: '', ...attributes });
  const speed = element('select', { 'aria-label': 'Speed' }) as HTMLSelectElement;
  const follow = toggle('Follow', 'Scroll along with what is said (f)');
  const skip = toggle(
    'Skip silence',
    'Jump over pauses between turns that are longer than 2 seconds',
  );
  skip.hidden = true;
  const row = element('div', { class: 'player-row' });
  const tools = element('div', { class: 'player-tools' });
  tools.append(speed, follow, skip);
  const time = control('media-time-display', { notoggle: '' });
  row.append(
    control('media-seek-backward-button', { seekoffset: String(BACK_S) }),
    control('media-play-button'),
    control('media-seek-forward-button', { seekoffset: String(ON_S) }),
    control('media-time-range'),
    time,
    tools,
  );
  // How long it takes is said where the times are known, else once the recording itself says it.
  time.toggleAttribute('showduration', bar.dataset.duration !== undefined);
  media.addEventListener('loadedmetadata', () => time.setAttribute('showduration', ''));
  const note = element('p', { class: 'player-note' });
  note.hidden = true;
  bar.append(row, note);
  bar.dataset.ready = '';
  return { speed, follow, skip, note };
}
export type Controls = ReturnType<typeof buildControls>;

function toggle(label: string, title: string): HTMLButtonElement {
  const button = element('button', { type: 'button', title, 'aria-pressed': 'false' });
  button.textContent = label;
  return button as HTMLButtonElement;
}

function element(name: string, attributes: Readonly<Record<string, string>>): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  return made;
}
