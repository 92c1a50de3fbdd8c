/**
 * What the file can do beyond being read: find words, step through them, hear one voice alone,
 * change the theme, open at a time. Plain script for any browser of the last years; it asks for
 * nothing and writes only the choice of theme.
 */
export const EPISODE_SCRIPT = String.raw`(() => {
  'use strict';
  const root = document.documentElement;
  root.classList.add('js');
  const all = (selector) => [...document.querySelectorAll(selector)];
  const field = document.getElementById('find');
  const found = document.getElementById('found');
  const turns = all('.turn');
  const MOST = 2000;
  const folds = new Map();
  let marks = [];
  let now = -1;

  /* A text without case, accents and typographic apostrophes, and where each of its characters is from. */
  const fold = (text) => {
    let folded = '';
    const from = [];
    for (let i = 0; i < text.length; ) {
      const sign = String.fromCodePoint(text.codePointAt(i));
      const plain = sign.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(/[\u2018\u2019]/g, "'").replace(/[\u201c\u201d]/g, '"').replace(/\s/u, ' ');
      for (let k = 0; k < plain.length; k++) from.push(i);
      folded += plain;
      i += sign.length;
    }
    from.push(text.length);
    return { folded, from };
  };

  const clear = () => {
    for (const mark of marks) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
    marks = [];
    now = -1;
  };

  const markIn = (paragraph, wanted) => {
    const text = paragraph.textContent;
    if (!folds.has(paragraph)) folds.set(paragraph, fold(text));
    const { folded, from } = folds.get(paragraph);
    const pieces = [];
    let at = 0;
    for (let hit = folded.indexOf(wanted); hit >= 0 && marks.length < MOST; hit = folded.indexOf(wanted, hit + wanted.length)) {
      const start = from[hit];
      let last = hit + wanted.length;
      while (last < from.length - 1 && from[last] === from[last - 1]) last++;
      const end = from[last];
      const mark = document.createElement('mark');
      mark.textContent = text.slice(start, end);
      pieces.push(text.slice(at, start), mark);
      marks.push(mark);
      at = end;
    }
    if (at > 0) paragraph.replaceChildren(...pieces, text.slice(at));
  };

  const say = () => {
    if (field.value.trim() === '') found.textContent = '';
    else if (marks.length === 0) found.textContent = 'not found';
    else found.textContent = (now + 1) + ' of ' + marks.length + (marks.length === MOST ? ' or more' : '');
  };

  const go = (step) => {
    if (marks.length === 0) return;
    marks[now]?.classList.remove('now');
    now = (now + step + marks.length) % marks.length;
    marks[now].classList.add('now');
    marks[now].scrollIntoView({ block: 'center' });
    say();
  };

  const search = () => {
    clear();
    const wanted = fold(field.value.trim().replace(/\s+/gu, ' ')).folded;
    if (wanted !== '') {
      for (const turn of turns) {
        if (turn.hidden) continue;
        for (const paragraph of turn.querySelectorAll('.said')) markIn(paragraph, wanted);
      }
    }
    if (marks.length > 0) {
      const below = marks.findIndex((mark) => mark.getBoundingClientRect().bottom > 80);
      now = (below < 0 ? 0 : below) - 1;
      go(1);
    } else say();
  };

  let waiting;
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = setTimeout(search, 150);
  });
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter') {
      event.preventDefault();
      go(event.shiftKey ? -1 : 1);
    } else if (event.key === 'Escape') {
      field.value = '';
      search();
    }
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.target === field || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    field.focus();
    field.select();
  });
  document.getElementById('next').addEventListener('click', () => go(1));
  document.getElementById('previous').addEventListener('click', () => go(-1));

  const voices = all('.voices button');
  for (const button of voices) {
    button.addEventListener('click', () => {
      const alone = button.getAttribute('aria-pressed') !== 'true';
      for (const other of voices) other.setAttribute('aria-pressed', String(alone && other === button));
      for (const turn of turns) turn.hidden = alone && turn.dataset.voice !== button.dataset.voice;
      search();
    });
  }

  const THEMES = ['auto', 'light', 'dark'];
  const themeButton = document.getElementById('theme');
  const show = (theme) => {
    if (theme === 'auto') delete root.dataset.theme;
    else root.dataset.theme = theme;
    themeButton.textContent = 'Theme: ' + theme;
  };
  let theme = 'auto';
  try {
    const kept = localStorage.getItem('earmark-file-theme');
    if (THEMES.includes(kept)) theme = kept;
  } catch {}
  show(theme);
  themeButton.addEventListener('click', () => {
    theme = THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length];
    show(theme);
    try {
      localStorage.setItem('earmark-file-theme', theme);
    } catch {}
  });

  const openTime = () => {
    const time = /^#t=(\d+)$/.exec(decodeURIComponent(location.hash));
    if (!time) return;
    const past = turns.filter((turn) => Number(turn.dataset.s) <= Number(time[1]));
    (past.at(-1) ?? turns[0])?.scrollIntoView();
  };
  addEventListener('hashchange', openTime);
  openTime();
})();`;
