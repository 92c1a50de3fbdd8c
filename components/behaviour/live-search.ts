import { asking } from './asking';
import { listen } from './listen';
import { rememberSearch } from './recent-searches';

/**
 * The search page answers while one types: it asks for the very page that the form would lead to
 * and takes over its results. The address is the state. The first letter after a search that was
 * looked at begins an entry of the history, further letters change it: Back leads from search to
 * search, never from letter to letter.
 */
export function liveSearch(): () => void {
  const results = document.getElementById('results');
  const field = document.querySelector<HTMLInputElement>('#main [data-search-field]');
  const form = field?.form;
  if (!results || !field || !form) return () => {};
  const said = document.createElement('p');
  said.className = 'sr-only';
  said.setAttribute('role', 'status');
  results.before(said);
  let shown = location.search;
  let drafting = false;
  let failed = false;

  const questions = asking<Document>({
    fetch: async (address, signal) => {
      const response = await fetch(address, { signal });
      if (!response.ok) throw new Error(response.statusText);
      return new DOMParser().parseFromString(await response.text(), 'text/html');
    },
    answered: (page) => {
      const found = page.getElementById('results');
      if (!found) return location.reload();
      // What is put in anew is not announced; this page's own region is.
      const count = found.querySelector('[role=status]');
      count?.removeAttribute('role');
      said.className = 'sr-only';
      said.textContent = count?.textContent ?? '';
      results.replaceChildren(...found.childNodes);
      document.title = page.title;
    },
    failed: () => {
      // Asking the same again must be possible, and the old results are still of use.
      failed = true;
      said.className = 'mt-4 text-sm text-muted';
      said.textContent = 'The search does not answer. These are the results from before.';
    },
    stalled: (on) => {
      field.parentElement?.classList.toggle('stalled-sign', on);
      results.setAttribute('aria-busy', String(on));
    },
  });
  const search = (atOnce: boolean) => {
    const given = [...new FormData(form)]
      .map(([name, value]) => [name, String(value).trim()])
      .filter(([, value]) => value);
    const query = given.length > 0 ? `?${new URLSearchParams(given)}` : '';
    if (query === shown && !failed) return;
    failed = false;
    shown = query;
    const address = `${location.pathname}${query}`;
    if (drafting) history.replaceState(null, '', address);
    else history.pushState(null, '', address);
    drafting = true;
    questions.ask(address, atOnce);
  };
  const commit = () => {
    search(true);
    drafting = false;
    rememberSearch(field.value);
  };

  const onInput = (event: Event) => {
    if (!(event as InputEvent).isComposing) search(false);
  };
  const onSubmit = (event: SubmitEvent) => {
    event.preventDefault();
    commit();
    // On a phone the keyboard makes way for what was found.
    if (matchMedia('(pointer: coarse)').matches) field.blur();
  };
  field.addEventListener('input', onInput);
  field.addEventListener('compositionend', onInput);
  // Whoever leaves the field, for a result or a filter, has found what they typed for.
  field.addEventListener('change', commit);
  form.addEventListener('submit', onSubmit);
  const stop = listen('popstate', () => {
    if (location.search === shown) return;
    shown = location.search;
    drafting = false;
    field.value = new URLSearchParams(shown).get('q') ?? '';
    questions.ask(`${location.pathname}${shown}`, true);
  });
  // What was typed before the scripts ran is asked now.
  const inAddress = new URLSearchParams(shown).get('q') ?? '';
  if (field.value.trim() !== inAddress.trim()) search(true);
  return () => {
    stop();
    questions.stop();
    field.removeEventListener('input', onInput);
    field.removeEventListener('compositionend', onInput);
    field.removeEventListener('change', commit);
    form.removeEventListener('submit', onSubmit);
    said.remove();
  };
}
