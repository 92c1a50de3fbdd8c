import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { LinkReport } from '../../lib/store/records';
import { type OwnSite, openSite } from './site';

const ROOT = path.resolve(import.meta.dirname, '../..');
const EXAMPLE = path.join(ROOT, 'seeds/examples/tidal-kites.txt');
const EPISODE = '/episodes/a-wing-that-flies-under-water';

// One site and one episode that is corrected on the way: the tests follow each other.
test.describe.configure({ mode: 'serial' });

let site: OwnSite;
let environment: NodeJS.ProcessEnv;

test.beforeAll(async () => {
  test.setTimeout(120_000);
  site = await openSite(async (_, env) => {
    environment = env;
    ingest((text) => text);
    const glossary = path.join(env.DATA_DIR ?? '', 'glossary.txt');
    writeFileSync(glossary, '[Slow Water]\nsand mill: sand grinds\n');
    run('scripts/glossary.ts', 'apply');
  });
});
test.afterAll(() => site.stop());

/** Takes the example in, corrected. */
function ingest(correct: (text: string) => string): { links: LinkReport } {
  const file = path.join(environment.DATA_DIR ?? '', 'tidal-kites.txt');
  writeFileSync(file, correct(readFileSync(EXAMPLE, 'utf8')));
  return JSON.parse(run('scripts/ingest.ts', file, '--json')).files[0];
}

const run = (...command: string[]) =>
  execFileSync(process.execPath, ['--import', 'tsx', ...command], {
    cwd: ROOT,
    env: environment,
    stdio: ['ignore', 'pipe', 'ignore'],
  }).toString();

/** The reader, ready for a selection. */
async function read(context: BrowserContext, address = EPISODE): Promise<Page> {
  const page = await context.newPage();
  await page.goto(new URL(address, site.url).href, { waitUntil: 'networkidle' });
  return page;
}

/** Where some words of the page are, first and last letter, in the window's pixels. */
async function whereIs(page: Page, words: string) {
  const turn = page.locator('.said', { hasText: words }).first();
  await turn.scrollIntoViewIfNeeded();
  return turn.evaluate((element, text) => {
    const node = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
    const at = node?.textContent?.indexOf(text) ?? -1;
    if (!node || at < 0) throw new Error(`“${text}” is not in one piece.`);
    const range = document.createRange();
    const edge = (offset: number) => {
      range.setStart(node, offset);
      range.setEnd(node, offset + 1);
      const { left, right, top, height } = range.getBoundingClientRect();
      return { left, right, y: top + height / 2 };
    };
    return { first: edge(at), last: edge(at + text.length - 1) };
  }, words);
}

async function selectByMouse(page: Page, words: string) {
  const { first, last } = await whereIs(page, words);
  await page.mouse.move(first.left + 1, first.y);
  await page.mouse.down();
  await page.mouse.move(last.right, last.y, { steps: 8 });
  await page.mouse.up();
}

const bar = (page: Page) => page.getByRole('toolbar', { name: 'The selected words' });
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const toast = (page: Page) => page.locator('#toast');

async function copyLink(page: Page, words: string): Promise<string> {
  await selectByMouse(page, words);
  await bar(page).getByRole('button', { name: 'Copy link' }).click();
  await expect(toast(page)).toHaveText('Link copied');
  return copied(page);
}

test.beforeEach(({ context }) => context.grantPermissions(['clipboard-read', 'clipboard-write']));

test('words selected with the mouse get a link that opens on exactly these, with and without scripts', async ({
  context,
  browser,
}) => {
  const words = 'costs less than one repair at sea';
  const page = await read(context);
  const link = await copyLink(page, words);
  expect(link).toMatch(/\?at=[\w.-]+#turn-[a-z0-9-]+$/);
  for (const javaScriptEnabled of [true, false]) {
    const fresh = await browser.newContext({ javaScriptEnabled });
    const opened = await read(fresh, link);
    await expect(opened.locator('mark')).toHaveText(words);
    await expect(opened.locator('mark')).toBeInViewport({ ratio: 1 });
    await expect(opened.locator('.landing-note')).toHaveCount(0);
    await fresh.close();
  }
});

test('a selection over two turns is quoted with both names and opens on both', async ({
  context,
}) => {
  const page = await read(context);
  const from = (await whereIs(page, 'much faster')).first;
  const to = (await whereIs(page, 'About ten times')).last;
  await page.mouse.move(from.left + 1, from.y);
  await page.mouse.down();
  await page.mouse.move(to.right, to.y, { steps: 8 });
  await page.mouse.up();
  await bar(page).getByRole('button', { name: 'Copy quote' }).click();
  await expect(toast(page)).toHaveText('Quote copied');
  const lines = (await copied(page)).split('\n');
  expect(lines.slice(0, 2)).toEqual([
    'Jon Abelsen: “much faster?”',
    'Mara Lindqvist: “About ten times”',
  ]);
  expect(lines[2]).toMatch(/^— A wing that flies under water \(Slow Water\), 3 March 2026, about /);
  const opened = await read(context, lines[3]);
  await expect(opened.locator('mark')).toHaveText(['much faster?', 'About ten times']);
});

test('by keyboard: select, c leads into the bar, arrows along it, Escape out of it', async ({
  context,
}) => {
  const page = await read(context);
  const { first } = await whereIs(page, 'Everybody asks about the wing');
  await page.mouse.dblclick(first.left + 3, first.y);
  for (let i = 0; i < 4; i++) await page.keyboard.press('Control+Shift+ArrowRight');
  await expect(bar(page)).toBeVisible();
  await page.keyboard.press('c');
  await expect(page.getByRole('button', { name: 'Copy link' })).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Cite as' })).toHaveAttribute(
    'aria-expanded',
    'true',
  );
  await page.getByRole('button', { name: 'BibTeX' }).focus();
  await page.keyboard.press('Enter');
  await expect(toast(page)).toHaveText('BibTeX copied');
  const entry = await copied(page);
  expect(entry).toMatch(/^@misc\{lindqvist2026wing,\n {2}author = \{Mara Lindqvist\}/);
  expect(entry).toContain('“Everybody asks about the wing');
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target)}`)).toEqual(
    [],
  );
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();
});

test('words that are shown as meant are quoted and linked as the transcript has them', async ({
  context,
}) => {
  const page = await read(context);
  await page.locator('.misheard', { hasText: 'sand mill' }).dblclick({ position: { x: 12, y: 8 } });
  await page.keyboard.press('Control+Shift+ArrowRight');
  await page.keyboard.press('Control+Shift+ArrowRight');
  await bar(page).getByRole('button', { name: 'Copy quote' }).click();
  await expect(toast(page)).toHaveText('Quote copied');
  const [quote, link] = (await copied(page)).split('\n');
  expect(quote).toMatch(/^“sand grinds it/);
  const opened = await read(context, link);
  await expect(opened.locator('mark .misheard')).toContainText('sand mill');
  await expect(opened.locator('.landing-note')).toHaveCount(0);
});

test('the check opens with the selected words', async ({ context }) => {
  const page = await read(context);
  await selectByMouse(page, 'whatever you cannot inspect you have to replace');
  await bar(page).getByRole('link', { name: 'Check' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/Said word for word/);
});

test('a quote’s page has its citations, without scripts too', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await read(context);
  const quote = await page.locator('#panel-quotes .copy').first().getAttribute('href');
  await page.goto(new URL(quote ?? '', site.url).href);
  await page.getByText('Cite it').click();
  const entry = page.locator('pre', { hasText: '@misc{' });
  await expect(entry).toContainText('author = {Mara Lindqvist}');
  await expect(entry).toContainText(`url = {${site.url}${quote}}`);
  await context.close();
});

test('on a phone the bar stands at the bottom, out of the system menu’s way', async ({
  browser,
}) => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await read(context);
  await page.evaluate(() => {
    const said = document.querySelectorAll('.said')[3];
    if (said) getSelection()?.selectAllChildren(said);
  });
  await expect(bar(page)).toBeVisible();
  const box = await bar(page).boundingBox();
  expect(box?.y).toBeGreaterThan(600);
  expect((box?.y ?? 0) + (box?.height ?? 0)).toBeLessThanOrEqual(800 - 52);
  expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(390);
  await context.close();
});

test('after a correction links open on what the words have become, and say so', async ({
  context,
}) => {
  const page = await read(context);
  const edited = await copyLink(page, 'it broke at the same place');
  const moved = await copyLink(page, 'It hears the kite from two hundred metres away');
  const gone = await copyLink(page, 'nobody knows why');
  const asked = await page
    .locator('.turn', { hasText: 'What happens when a seal' })
    .locator('.copy')
    .getAttribute('href');
  const { links } = ingest((text) =>
    text
      .replace('it broke at the same place', 'it broke right at the very same place')
      .replace(/\nLet's talk about fish[^\n]*\nB\n/, ' ')
      .replace('What did you do about the tether?\nB\n', 'And now?\nB\nThe tether, you mean. ')
      .replace('; they follow the wing, and nobody knows why.', '.'),
  );

  const onEdited = await read(context, edited);
  await expect(onEdited.locator('mark')).toHaveText('it broke right at the very same place');
  await expect(onEdited.locator('mark')).toBeInViewport({ ratio: 1 });
  await expect(onEdited.locator('.landing-note')).toHaveText('Edited since shared');

  const onMoved = await read(context, moved);
  await expect(onMoved.locator('mark')).toHaveText(
    'It hears the kite from two hundred metres away',
  );
  await expect(onMoved.locator('mark')).toBeInViewport({ ratio: 1 });
  await expect(onMoved.locator('.landing-note')).toHaveCount(0);

  const onGone = await read(context, gone);
  await expect(onGone.locator('mark')).toHaveCount(0);
  await expect(onGone.locator('.landing-note')).toContainText('no longer in the transcript');
  await expect(onGone.locator('.landing-note')).toBeInViewport();

  const onTurn = await read(context, `${EPISODE}${asked}`);
  await expect(onTurn.locator(asked ?? '')).toHaveCount(1);

  const quote = links.moved.find(({ link }) => link.startsWith('/quotes/'));
  const onQuote = await read(context, quote?.link);
  await expect(onQuote).toHaveURL(/\/episodes\/[^?]+\?at=.*#turn-/);
  await expect(onQuote.locator('mark').first()).toBeInViewport();
  expect(links.lost.map(({ link }) => link)).toEqual([asked]);

  // Cards and pictures of it stand on other pages.
  const words = await onQuote.locator('mark').first().innerText();
  const ask = (address: string) => context.request.get(new URL(address, site.url).href);
  const card = await ask(`/embed${quote?.link}`);
  expect(await card.text()).toContain(words);
  expect(await (await ask(`${quote?.link}.md`)).text()).toContain(words);
  expect((await ask(`${quote?.link}/picture.png`)).headers()['content-type']).toBe('image/png');
  const described = await ask(`/oembed?url=${encodeURIComponent(site.url + quote?.link)}`);
  expect((await described.json()).html).toContain(`/embed${quote?.link}"`);
});
