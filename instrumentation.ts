/** Runs once when the server starts: the search engines are kept in step from then on. */
export async function register() {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { keepInStep } = await import('./lib/search/worker');
  const { earmark } = await import('./lib/wire');
  keepInStep(earmark());
}
