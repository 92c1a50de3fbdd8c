import { isPlainClick, listen, within } from '../listen';

/**
 * A player of another site, in the place of the button that asks for it and never before: until then that
 * site hears of nobody. Once it is there, the buttons at the turns lead to their time in it.
 */
export function start(): () => void {
  let frame: HTMLIFrameElement | null = null;
  const show = (video: string, second: number) => {
    const query = new URLSearchParams({ start: String(second), autoplay: '1' });
    if (frame) {
      frame.src = `https://www.youtube-nocookie.com/embed/${video}?${query}`;
      return;
    }
    frame = document.createElement('iframe');
    frame.className = 'screen';
    frame.title = 'The recording, on YouTube';
    frame.allow = 'autoplay; fullscreen; picture-in-picture';
    frame.src = `https://www.youtube-nocookie.com/embed/${video}?${query}`;
    button?.closest('.elsewhere-player')?.before(frame);
    button?.remove();
    frame.focus();
  };
  const button = document.querySelector<HTMLElement>('[data-embed]');
  const video = button?.dataset.embed ?? '';
  return listen('click', (event) => {
    if (within(event, '[data-embed]')) {
      const at = /^#t=(\d{1,6})/.exec(location.hash)?.[1];
      show(video, Number(at ?? 0));
      return;
    }
    const link = frame && within(event, '.turn .play');
    if (!link || !isPlainClick(event)) return;
    event.preventDefault();
    show(video, Number(link.closest<HTMLElement>('.turn')?.dataset.s ?? 0));
  });
}
