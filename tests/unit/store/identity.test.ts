import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fingerprint, slugify, turnAnchors, unique } from '../../../lib/store/identity.ts';

describe('slugify', () => {
  it.each([
    [
      'Why Video Agent models are next — Ethan He, xAI',
      'why-video-agent-models-are-next-ethan-he-xai',
    ],
    ['Shawn “Swyx” Wang', 'shawn-swyx-wang'],
    ['Don’t stop', 'dont-stop'],
    ['Über Köln', 'uber-koln'],
    ['播客 第一集', '播客-第一集'],
  ])('%s → %s', (text, slug) => expect(slugify(text)).toBe(slug));

  it('always gives letters and digits joined by single hyphens', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        expect(slugify(text)).toMatch(/^[\p{L}\p{N}]+(-[\p{L}\p{N}]+)*$/u);
      }),
    );
  });

  it('cuts long titles at a word', () => {
    expect(slugify('abcdefghi '.repeat(20))).toBe(Array(8).fill('abcdefghi').join('-'));
  });
});

describe('unique', () => {
  it('numbers repetitions and never takes a name that is there already', () => {
    expect(unique(['a', 'b', 'a', 'a-2', 'a'])).toEqual(['a', 'b', 'a-2', 'a-2-2', 'a-3']);
  });
});

describe('turn anchors', () => {
  const long = (name: string) => `${name} says a whole sentence of more than eight words here.`;

  it('do not depend on where a long turn stands, nor on case and punctuation', () => {
    const [a] = turnAnchors([long('Ada')]);
    expect(turnAnchors([long('Bo'), long('ADA').replace('.', '!')])[1]).toBe(a);
  });

  it('tell “Yeah.” from “Yeah.” by what was said before', () => {
    const anchors = turnAnchors([long('Ada'), 'Yeah.', long('Bo'), 'Yeah.']);
    expect(new Set(anchors).size).toBe(4);
    expect(turnAnchors([long('Bo'), 'Yeah.'])[1]).toBe(anchors[3]);
  });

  it('are unique whatever is said', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('Yeah.', 'No.', long('Ada'))), (texts) => {
        expect(new Set(turnAnchors(texts)).size).toBe(texts.length);
      }),
    );
  });
});

describe('fingerprint', () => {
  it('is as long as asked, URL-safe, and the same every time', () => {
    expect(fingerprint('words', 10)).toMatch(/^[a-z2-7]{10}$/);
    expect(fingerprint('words')).toBe(fingerprint('words'));
    expect(fingerprint('words')).not.toBe(fingerprint('word'));
  });
});
