import type { Page } from '@playwright/test';

/** A page in a state that a reader can bring it into. */
export interface State {
  name: string;
  /** Path and query. */
  address: string;
  /** Brings the page, once it is loaded, into the state. */
  enter?: (page: Page) => Promise<unknown>;
  /** Exists only where the panels are sheets: on narrow windows. */
  sheet?: boolean;
  /** Whether all of the page belongs to it, or what the window shows. */
  whole?: boolean;
  /** What is there in this state alone, where the rest of the page is as in another. */
  layer?: string;
}

/** From this width on the panels are columns, in pixels. */
export const COLUMNS_FROM = 1200;

const MISQUOTED = '“the most important thing is how many iterations you do per day” — Swyx';
const SHEETS = ['sections', 'summary', 'quotes', 'topics', 'speakers'];

/** What the states are about: the newest episode, and what stands in it. */
async function places(url: string) {
  const json = async (path: string) => (await fetch(new URL(path, url))).json();
  const { episodes } = await json('/api/episodes');
  const slug: string = episodes[0].slug;
  const { speakers, sections, quotes } = await json(`/api/episodes/${slug}`);
  const { topics } = await json('/api/topics');
  return {
    reader: `/episodes/${slug}`,
    speaker: speakers.find(({ role }: { role: string }) => role === 'guest').slug as string,
    section: sections[Math.floor(sections.length / 3)].slug as string,
    quote: quotes[0].id as string,
    topic: topics[0].slug as string,
  };
}

/** Selects a turn's first words, as fingers and keys do: without a pointer that is held down. */
export async function selectWords(page: Page, nth = 5): Promise<void> {
  const said = page.locator('.said').nth(nth);
  await said.scrollIntoViewIfNeeded();
  await said.evaluate((element) => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const text = node?.textContent ?? '';
    const end = text.indexOf(' ', Math.min(60, text.length - 8));
    if (node) getSelection()?.setBaseAndExtent(node, 0, node, end < 0 ? text.length : end);
  });
  await page.getByRole('toolbar', { name: 'The selected words' }).waitFor();
}

const openSheet = (name: string) => async (page: Page) => {
  await page.locator(`.tabs [popovertarget="panel-${name}"]`).click();
  await page.locator(`#panel-${name}`).waitFor();
};

async function openPalette(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/');
  const field = page.locator('dialog input');
  await field.waitFor();
  await field.fill(words);
  if (words) await page.locator('dialog [role=option]').nth(2).waitFor();
}

/** Reads on to a section, so that there is somewhere to go on from. */
async function readOn(page: Page, address: string, section: string): Promise<void> {
  await page.goto(`${address}#s-${section}`, { waitUntil: 'networkidle' });
  await page.waitForTimeout(300);
}

/** Every page of the site, and every state that is not another page's. */
export async function allStates(url: string): Promise<State[]> {
  const { reader, speaker, section, quote, topic } = await places(url);
  const of = (path: string) => new URL(path, url).href;
  return [
    { name: 'library', address: '/', whole: true },
    {
      name: 'library-reading',
      address: '/',
      enter: async (page) => {
        await readOn(page, of(reader), section);
        await page.goto(of('/'));
        await page.locator('[data-continue] li').first().waitFor();
      },
    },
    { name: 'reader', address: reader },
    {
      name: 'reader-section',
      layer: '.topic:has(:target), .topic:target',
      address: `${reader}#s-${section}`,
    },
    { name: 'reader-hits', address: `${reader}?q=video+model#hit-3` },
    { name: 'reader-no-hits', layer: 'article search', address: `${reader}?q=zzzzqqqq` },
    { name: 'reader-one-voice', address: `${reader}?speaker=${speaker}` },
    { name: 'reader-ten-minutes', address: `${reader}?minutes=10` },
    { name: 'reader-quote', layer: '.turn:has(mark)', address: `${reader}?quote=${quote}` },
    {
      name: 'reader-selection',
      layer: '.selection-bar',
      address: reader,
      enter: (page) => selectWords(page),
    },
    {
      name: 'reader-selection-formats',
      layer: '.selection-bar',
      address: reader,
      enter: async (page) => {
        await selectWords(page);
        await page.getByRole('button', { name: 'Cite as' }).click();
        await page.locator('#selection-more button').first().waitFor();
      },
    },
    {
      name: 'reader-end',
      layer: '.site-footer',
      address: reader,
      enter: (page) => page.evaluate(() => scrollTo(0, document.documentElement.scrollHeight)),
    },
    ...SHEETS.map((sheet) => ({
      name: `reader-${sheet}-sheet`,
      address: reader,
      sheet: true,
      layer: `#panel-${sheet}`,
      enter: openSheet(sheet),
    })),
    {
      name: 'preferences',
      layer: '#preferences',
      address: reader,
      enter: async (page) => {
        await page.locator('[popovertarget=preferences]').click();
        await page.locator('#preferences').waitFor();
      },
    },
    {
      name: 'keys',
      layer: '#keys',
      address: reader,
      enter: async (page) => {
        await page.keyboard.press('?');
        await page.locator('#keys').waitFor();
      },
    },
    {
      name: 'palette',
      layer: 'dialog[open]',
      address: '/',
      enter: (page) => openPalette(page, 'world model'),
    },
    {
      name: 'palette-empty',
      layer: 'dialog[open]',
      address: '/',
      enter: (page) => openPalette(page, ''),
    },
    {
      name: 'palette-in-reader',
      layer: 'dialog[open]',
      address: reader,
      enter: (page) => openPalette(page, 'video'),
    },
    { name: 'search', address: '/search?q=video+model', whole: true },
    { name: 'search-start', address: '/search', whole: true },
    { name: 'search-nothing', address: '/search?q=zzzzqqqq', whole: true },
    { name: 'search-refused', address: '/search?q=model&page=many', whole: true },
    { name: 'speaker', address: `/speakers/${speaker}`, whole: true },
    { name: 'quote', address: `/quotes/${quote}`, whole: true },
    { name: 'check', address: '/check', whole: true },
    { name: 'check-too-short', address: '/check?text=one+word', whole: true },
    {
      name: 'check-result',
      address: `/check?${new URLSearchParams({ text: MISQUOTED })}`,
      whole: true,
    },
    {
      name: 'check-not-said',
      address:
        '/check?text=nobody+in+this+library+ever+mentioned+purple+elephants+dancing+at+midnight',
      whole: true,
    },
    {
      name: 'kept',
      address: '/kept',
      whole: true,
      enter: async (page) => {
        await page.goto(of(reader), { waitUntil: 'networkidle' });
        for (const nth of [5, 9]) {
          await selectWords(page, nth);
          await page.getByRole('button', { name: 'Keep' }).click();
        }
        await page.goto(of('/kept'));
        await page.locator('main li').first().waitFor();
      },
    },
    { name: 'kept-empty', address: '/kept', whole: true },
    { name: 'topics', address: '/topics', whole: true },
    { name: 'topic', address: `/topics/${topic}`, whole: true },
    { name: 'not-found', address: '/nothing-here', whole: true },
  ];
}
