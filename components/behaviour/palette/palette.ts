import { asking } from '../asking';
import { isPlainClick, within } from '../listen';
import { forgetSearches, recentSearches, rememberSearch } from '../recent-searches';
import { choice } from './choice';
import { frame, syntaxNote } from './frame';
import { listKeys } from './keys';
import { episodeGroups, type Found, searchAddress, searchAllRow, searchesGroup } from './rows';

/** As many as anybody looks through before typing on. */
const EPISODES = '8';

export interface Palette {
  isOpen: () => boolean;
  open: (text: string) => void;
  close: () => void;
}

/** Search from anywhere: one field, answers as one types, everything by keyboard. */
export function buildPalette(): Palette {
  const { dialog, field, list, note, status, clear, close, show } = frame();
  const chosen = choice(field, list);
  let found: Found | null = null;

  const words = () => field.value.trim();
  const tell = (text: string) => {
    status.textContent = text;
  };
  const questions = asking<Found>({
    fetch: async (q, signal) => {
      const parameters = new URLSearchParams({ q, group: 'episode', perPage: EPISODES });
      const response = await fetch(`/api/search?${parameters}`, { signal });
      if (!response.ok) throw new Error(response.statusText);
      return { ...(await response.json()), query: q };
    },
    answered: (answer) => {
      found = answer;
      tell(countText(answer));
      render();
    },
    failed: () => tell('The search does not answer. Enter tries the search page.'),
    stalled: (on) => dialog.classList.toggle('stalled', on),
  });

  const render = () => {
    if (words()) {
      chosen.show([searchAllRow(words()), ...(found ? answerRows(found) : [])], true);
      note.replaceChildren(found ? missedText(found) : '');
      clear.hidden = true;
    } else {
      const recent = recentSearches();
      chosen.show(recent.length > 0 ? [searchesGroup('Recent searches', recent)] : [], false);
      note.replaceChildren(...(recent.length > 0 ? [] : syntaxNote()));
      clear.hidden = recent.length === 0;
    }
  };
  const typed = (atOnce = false) => {
    chosen.release();
    if (words()) questions.ask(words(), atOnce);
    else {
      questions.stop();
      found = null;
      tell('');
    }
    render();
  };

  field.addEventListener('input', (event) => {
    if (!(event as InputEvent).isComposing) typed();
  });
  field.addEventListener('compositionend', () => typed());
  listKeys(field, chosen, (option) => {
    const { fill } = option.dataset;
    rememberSearch(fill ?? words());
    const address = option.getAttribute('href') ?? searchAddress({ q: fill ?? '' });
    window.open(address, '_blank', 'noopener');
  });
  list.addEventListener('click', (event) => {
    const option = within(event, '[role=option]');
    if (!option) return;
    const { fill } = option.dataset;
    if (fill !== undefined) {
      field.value = fill;
      typed(true);
      return;
    }
    rememberSearch(words());
    // Also for a page that is kept for Back: it comes back without the palette.
    if (isPlainClick(event)) dialog.close();
  });
  list.addEventListener('pointermove', (event) => {
    // Rows that move beneath a resting pointer are not chosen by it.
    const option = (event.movementX || event.movementY) && within(event, '[role=option]');
    if (option && option !== chosen.current) chosen.choose(option, false);
  });
  // The focus is the field's: a press on a row must not take it away.
  list.addEventListener('mousedown', (event) => event.preventDefault());
  clear.addEventListener('click', () => {
    forgetSearches();
    field.focus();
    render();
    tell('Recent searches cleared');
  });
  close.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', (event) => {
    if (event.target === dialog) dialog.close();
  });
  dialog.addEventListener('close', () => questions.stop());

  return {
    isOpen: () => dialog.open,
    open: (text) => {
      show();
      if (text) field.value = text;
      field.focus();
      if (!text) field.select();
      typed(true);
    },
    close: () => dialog.close(),
  };
}

function answerRows(found: Found): HTMLElement[] {
  const { suggestions = [], relaxed = [] } = found;
  const rows = episodeGroups(found);
  if (suggestions.length > 0) rows.push(searchesGroup('Did you mean', suggestions));
  const less = relaxed.map(({ query }) => query);
  if (less.length > 0) rows.push(searchesGroup('Asking for less', less));
  return rows;
}

/** Said where no passage has the words, also where some are similar in meaning. */
function missedText({ query, total, semantic }: Found): string {
  if (total > (semantic?.found ?? 0)) return '';
  return `No passage has all of “${query}”.${total > 0 ? ' What is similar in meaning follows.' : ''}`;
}

function countText({ total, totalIsExact, episodes }: Found): string {
  if (total === 0) return 'Nothing found';
  const count = `${total.toLocaleString('en')}${totalIsExact ? '' : '+'}`;
  const where = episodes && episodes.total > 1 ? ` in ${episodes.total} episodes` : '';
  return `${count} ${total === 1 ? 'passage' : 'passages'}${where}`;
}
