/**
 * Where the framework had to make the page anew in the browser (a page that is not found, or failed),
 * the root has lost what theme.js put there before the first paint: it is put there again.
 */
export function scriptsRun(): () => void {
  if (!document.documentElement.classList.contains('js')) {
    document.head.append(Object.assign(document.createElement('script'), { src: '/theme.js' }));
  }
  return () => {};
}
