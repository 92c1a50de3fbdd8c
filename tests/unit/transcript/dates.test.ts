import { expect, it } from 'vitest';
import { readDate } from '@/lib/transcript/dates';

it.each([
  ['June 1, 2026', '2026-06-01'],
  ['Mon, 1st Jun 2026', '2026-06-01'],
  ['2026-06-01', '2026-06-01'],
  ['2026/6/1', '2026-06-01'],
  ['31.12.2025', '2025-12-31'],
  ['12/31/2025', '2025-12-31'],
  ['9 de marzo de 2026', '2026-03-09'],
  ['1er août 2026', '2026-08-01'],
  ['3. März 2026', '2026-03-03'],
  ['05.06.2026', '2026-06-05'],
  ['2026年6月1日', '2026-06-01'],
  ['06/01/2026', null],
  ['February 30, 2026', null],
  ['June 2026', null],
  ['last Monday', null],
])('%s → %s', (text, date) => {
  expect(readDate(text)).toBe(date);
});
