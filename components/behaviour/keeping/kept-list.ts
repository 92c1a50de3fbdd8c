import { linesOf, sourceOf } from '@/lib/citation/cited-words';
import { announce } from '../copying';
import { drop, type KeptWords, keptWords, noteOn } from './kept';
import { toKeptMarkdown } from './kept-markdown';

/** Fills the page of kept words from this device. */
export function keptList(): () => void {
  const list = document.querySelector<HTMLElement>('[data-kept-list]');
  const tools = document.querySelector<HTMLElement>('[data-kept-tools]');
  const none = document.querySelector<HTMLElement>('[data-kept-none]');
  if (!list) return () => {};
  const show = () => {
    const kept = keptWords();
    list.replaceChildren(...kept.map((words) => item(words, show)));
    if (none) none.hidden = kept.length > 0;
    if (tools) tools.hidden = kept.length === 0;
  };
  const onClick = (event: Event) => {
    const kind = event.target instanceof Element && event.target.closest('[data-kept-save]');
    if (!(kind instanceof HTMLElement)) return;
    const kept = keptWords();
    if (kind.dataset.keptSave === 'md')
      save('kept-words.md', 'text/markdown', toKeptMarkdown(kept));
    else save('kept-words.json', 'application/json', `${JSON.stringify({ kept }, null, 2)}\n`);
  };
  tools?.addEventListener('click', onClick);
  show();
  return () => tools?.removeEventListener('click', onClick);
}

function item(words: KeptWords, changed: () => void): HTMLElement {
  const { speaker, episode, show, date, time } = sourceOf(words);
  const entry = make('li', 'py-6');
  const quote = make('blockquote', 'font-serif text-lg leading-relaxed');
  for (const line of linesOf(words)) quote.append(make('p', '', line));
  const source = make('p', 'mt-2 text-sm text-muted');
  const link = make('a', '', [speaker, time].filter(Boolean).join(', '));
  link.setAttribute('href', words.url);
  source.append(link, ` · ${[episode, show, date].filter(Boolean).join(' · ')}`);
  const label = make('label', 'mt-3 block text-sm text-muted', 'Note');
  const note = document.createElement('textarea');
  note.className = 'field mt-1 block';
  note.rows = 2;
  note.value = words.note;
  note.addEventListener('input', () => {
    if (!noteOn(words.url, note.value)) announce('This device keeps nothing');
  });
  label.append(note);
  const forget = make('button', 'button mt-2', 'Let go');
  forget.setAttribute('type', 'button');
  forget.addEventListener('click', () => {
    drop(words.url);
    changed();
    announce('Let go');
  });
  entry.append(quote, source, label, forget);
  return entry;
}

function make(name: string, className: string, text = ''): HTMLElement {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.textContent = text;
  return element;
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
}
