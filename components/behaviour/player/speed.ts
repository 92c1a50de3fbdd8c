import { keepChoice, keptChoice } from './kept-choice';
import { SPEEDS } from './steps';

const KEY = 'speed';

/** Offers the speeds, and plays at the one that was chosen last on this device. Returns what steps through them. */
export function playingSpeed(media: HTMLMediaElement, choice: HTMLSelectElement) {
  for (const speed of SPEEDS) choice.append(new Option(`${speed}×`, String(speed)));
  const set = (speed: number) => {
    // The default is what a recording goes back to when it is fetched.
    media.defaultPlaybackRate = speed;
    media.playbackRate = speed;
    choice.value = String(speed);
  };
  const choose = (speed: number) => {
    set(speed);
    keepChoice(KEY, speed === 1 ? null : String(speed));
  };
  const kept = SPEEDS.find((speed) => String(speed) === keptChoice(KEY));
  set(kept ?? 1);
  choice.addEventListener('change', () => choose(Number(choice.value)));
  return {
    /** The next faster or slower speed; what it is then. */
    step(by: 1 | -1): number {
      const at = SPEEDS.indexOf(Number(choice.value));
      const speed = SPEEDS[Math.min(Math.max(0, at + by), SPEEDS.length - 1)] ?? 1;
      choose(speed);
      return speed;
    },
  };
}
