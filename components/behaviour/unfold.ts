/** Opens the gap of a shorter reading that an element stands in, if it does. */
export function unfold(element: Element | null): void {
  const gap = element?.closest<HTMLDetailsElement>('details.gap');
  if (gap) gap.open = true;
}
