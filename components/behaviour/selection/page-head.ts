/** What a citation says of the episode, as the page's own description for machines has it. */
export function pageHead() {
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    const data: unknown = JSON.parse(script.textContent);
    const about = Array.isArray(data) ? data : [data];
    const found = about.find((item) => item?.['@type'] === 'PodcastEpisode');
    if (!found) continue;
    return {
      episode: String(found.name),
      show: String(found.partOfSeries?.name ?? ''),
      date: typeof found.datePublished === 'string' ? found.datePublished.slice(0, 10) : null,
      language: String(found.inLanguage ?? document.documentElement.lang),
    };
  }
  const title = document.querySelector('h1')?.textContent ?? document.title;
  return { episode: title, show: '', date: null, language: document.documentElement.lang };
}
