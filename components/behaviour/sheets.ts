import { listen, within } from './listen';

/** A link inside a sheet leads somewhere on the page: the sheet makes way. */
export function sheets(): () => void {
  return listen('click', (event) => {
    const link = within<HTMLAnchorElement>(event, '.panel a[href]');
    const sheet = link?.closest<HTMLElement>('.panel[popover]');
    if (sheet?.matches(':popover-open') && !link?.matches('.copy')) sheet.hidePopover();
  });
}
