/** Seconds that one step goes back and on: back over a sentence, on over an advertisement. */
export const BACK_S = 15;
export const ON_S = 30;

/** How fast a recording can be played; 1 is as it was spoken. */
export const SPEEDS: readonly number[] = [0.5, 0.75, 1, 1.1, 1.25, 1.5, 1.75, 2, 2.5, 3];

/** Goes some seconds on, or back where they are negative, and never past either end. */
export function stepBy(media: HTMLMediaElement, seconds: number): void {
  const end = Number.isFinite(media.duration) ? media.duration : Number.POSITIVE_INFINITY;
  seek(media, Math.min(Math.max(0, media.currentTime + seconds), end));
}

/** Goes to a second. What has not been fetched yet begins there, and says so at once. */
export function seek(media: HTMLMediaElement, second: number): void {
  media.currentTime = second;
  if (media.readyState === HTMLMediaElement.HAVE_NOTHING)
    media.dispatchEvent(new Event('timeupdate'));
}
