export type Choice = ReturnType<typeof choice>;

/** The chosen option of a listbox, while the focus stays in its field. */
export function choice(field: HTMLElement, list: HTMLElement) {
  let options: HTMLElement[] = [];
  let chosen: HTMLElement | undefined;
  /** Chosen by the arrows: other rows that come in leave it where it is. */
  let byHand = false;

  const choose = (option: HTMLElement | undefined, scroll = true) => {
    chosen?.setAttribute('aria-selected', 'false');
    chosen = option;
    if (!option) {
      field.removeAttribute('aria-activedescendant');
      return;
    }
    option.setAttribute('aria-selected', 'true');
    field.setAttribute('aria-activedescendant', option.id);
    if (!scroll) return;
    if (option === options[0]) list.scrollTop = 0;
    else option.scrollIntoView({ block: 'nearest' });
  };

  return {
    get current() {
      return chosen;
    },
    get byHand() {
      return byHand;
    },
    /** The caret is meant again, not the list. */
    release() {
      byHand = false;
    },
    /** Shows other rows and chooses the first, or none where Enter should do nothing yet. */
    show(rows: readonly HTMLElement[], first: boolean) {
      const before = byHand ? placeOf(chosen) : null;
      list.replaceChildren(...rows);
      options = [...list.querySelectorAll<HTMLElement>('[role=option]')];
      options.forEach((option, i) => {
        option.id = `palette-option-${i}`;
      });
      list.hidden = options.length === 0;
      field.setAttribute('aria-expanded', String(options.length > 0));
      chosen = undefined;
      const same = before && options.find((option) => placeOf(option) === before);
      choose(same || (first ? options[0] : undefined), !byHand);
    },
    choose,
    /** One row on or back, and around. */
    step(by: 1 | -1) {
      byHand = true;
      const at = chosen ? options.indexOf(chosen) : by > 0 ? -1 : 0;
      choose(options.at((at + by) % options.length));
    },
    edge(end: 'first' | 'last') {
      choose(options.at(end === 'first' ? 0 : -1));
    },
  };
}

/** Where a row leads. The words asked for stand in its link too, and are others with every letter typed. */
function placeOf(option: Element | undefined): string | null {
  const address = option?.getAttribute('href');
  if (!address) return option?.getAttribute('data-fill') ?? null;
  const { pathname, searchParams, hash } = new URL(address, location.href);
  for (const words of ['q', 'hit']) searchParams.delete(words);
  return `${pathname}?${searchParams}${hash}`;
}
