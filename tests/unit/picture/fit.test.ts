import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { excerpt } from '@/lib/picture/excerpt';
import { fitText } from '@/lib/picture/fit';
import { drawable } from '@/lib/picture/typeface';
import { regular } from './typefaces';

const box = { width: 1000, height: 370, leading: 1.3, sizes: [66, 50, 40, 32] };
const latin = fc
  .array(fc.stringMatching(/^[A-Za-zéß,.’–-]{1,40}$/), { minLength: 1, maxLength: 300 })
  .map((words) => words.join(' '));

describe('text in a box', () => {
  it('never leaves the box, and is whole unless it says that it was cut', () => {
    fc.assert(
      fc.property(latin, (text) => {
        const { size, lines, cut } = fitText(text, box, regular);
        expect(lines.length * size * box.leading).toBeLessThanOrEqual(box.height);
        for (const line of lines) {
          expect(regular.width(line) * size).toBeLessThanOrEqual(box.width + 1e-6);
        }
        const set = lines.join('').replaceAll(' ', '');
        const said = text.replaceAll(' ', '');
        if (cut) {
          expect(size).toBe(32);
          expect(set.endsWith('…')).toBe(true);
          expect(said.startsWith(set.slice(0, -1))).toBe(true);
        } else expect(set).toBe(said);
      }),
    );
  });

  it('is as large as it can be', () => {
    expect(fitText('Two words', box, regular)).toEqual({
      size: 66,
      lines: ['Two words'],
      cut: false,
    });
    const longer = 'so it goes on and on '.repeat(14).trim();
    expect(fitText(longer, box, regular).size).toBeLessThan(66);
  });

  it('is cut at a word, with the sign that must follow', () => {
    const { lines } = fitText(`“${'extraordinary '.repeat(200).trim()}”`, box, regular, '…”');
    expect(lines.at(-1)).toMatch(/extraordinary…”$/);
  });
});

describe('what can be drawn', () => {
  it.each([
    ['Crème brûlée, œuf; ½ “so”—it’s €5 ©', 'Crème brûlée, œuf; ½ “so”—it’s €5 ©'],
    ['Zażółć gęślą jaźń', 'Zażółć gęślą jaźń'],
    ['Съешь ещё этих булок', 'Съешь ещё этих булок'],
    ['Ξεσκεπάζω', 'Ξεσκεπάζω'],
    ['cafe\u0301 time', 'café time'],
    ['two\n lines\u0000', 'two lines'],
    ['Hi 👋🏽 there ❤️ you 👨‍👩‍👧 🇫🇷', 'Hi there you'],
  ])('%s', (text, drawn) => {
    expect(drawable(text, regular)).toBe(drawn);
  });

  it.each([
    '日本語です',
    'we say 你好 here',
    'שלום עולם',
    'مرحبا',
    'สวัสดี',
    'नमस्ते',
    '한국어',
    '👍',
    'x\u0336y',
  ])('not without loss: %s', (text) => {
    expect(drawable(text, regular)).toBeNull();
  });
});

describe('an excerpt', () => {
  const text = 'The scientists are “right” 👩‍🚀.';
  it('widens to whole words and is otherwise as it was said', () => {
    expect(excerpt(text, 8, 16)).toBe('scientists are');
    expect(excerpt(text, 0, text.length)).toBe(text);
    expect(excerpt(text, 28, 29)).toBe('👩‍🚀');
  });

  it.each([
    [-1, 3],
    [3, 3],
    [5, 2],
    [0, 99],
    [3, 4],
  ])('is nothing from %i to %i', (start, end) => {
    expect(excerpt(text, start, end)).toBeNull();
  });
});
