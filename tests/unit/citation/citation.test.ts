import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { readPasted } from '../../../lib/check/pasted.ts';
import { escapeTex, toBibtex } from '../../../lib/citation/bibtex.ts';
import type { CitedWords } from '../../../lib/citation/cited-words.ts';
import { toCslJson } from '../../../lib/citation/csl-json.ts';
import { toMarkdownCitation } from '../../../lib/citation/markdown.ts';
import { toPlainCitation } from '../../../lib/citation/plain.ts';

const URL = 'https://notes.example/episodes/video?at=abc.1.2.3.AAAAA.A.B-._#turn-abc';

const cited = (change: Partial<CitedWords> = {}): CitedWords => ({
  passages: [{ speaker: 'Ethan He', text: 'Most of it does not come from new algorithms.' }],
  episode: 'Why Video Agent models are next — 100% & more',
  show: 'Latent Space',
  date: '2026-06-01',
  language: 'en',
  startMs: 1_651_000,
  estimated: true,
  url: URL,
  ...change,
});
const TWO = [
  { speaker: 'Ann Lee', text: 'Is it so?' },
  { speaker: null, text: 'It is.' },
];

describe('a plain citation', () => {
  it('names speaker, episode, show, date, time and link', () => {
    expect(toPlainCitation(cited())).toBe(
      `“Most of it does not come from new algorithms.” — Ethan He, Why Video Agent models are next — 100% & more (Latent Space), 1 June 2026, about 27:31\n${URL}`,
    );
  });

  it('calls a time an estimate only where it is one, and leaves out a date that nobody knows', () => {
    const text = toPlainCitation(cited({ estimated: false, date: null }));
    expect(text).toContain('(Latent Space), 27:31\n');
  });

  it('gives each of several speakers a line', () => {
    expect(toPlainCitation(cited({ passages: TWO })).split('\n')).toEqual([
      'Ann Lee: “Is it so?”',
      'Unknown speaker: “It is.”',
      expect.stringMatching(/^— Why Video/),
      URL,
    ]);
  });

  it('can be pasted into the check, which knows the words from the name', () => {
    const { text, attribution } = readPasted(toPlainCitation(cited()));
    expect(text).toBe('Most of it does not come from new algorithms.');
    expect(attribution).toMatch(/^Ethan He,/);
  });
});

describe('a Markdown citation', () => {
  it('is a block quote whose source is a link', () => {
    expect(toMarkdownCitation(cited())).toBe(
      `> “Most of it does not come from new algorithms.”\n>\n> — [Ethan He, *Why Video Agent models are next — 100% \\& more*, Latent Space, 1 June 2026, about 27:31](<${URL}>)\n`,
    );
  });

  it('never makes markup of what was said', () => {
    const text = toMarkdownCitation(
      cited({ passages: [{ speaker: '[x](y)', text: '<b>*a*\n# b' }] }),
    );
    expect(text).toContain('\\<b\\>\\*a\\* \\# b');
    expect(text).toContain('\\[x\\](y)');
    expect(
      text
        .split('\n')
        .slice(0, -1)
        .every((line) => line.startsWith('>')),
    ).toBe(true);
  });
});

describe('a BibTeX entry', () => {
  it('has what a bibliography needs', () => {
    expect(toBibtex(cited())).toBe(
      [
        '@misc{he2026video,',
        '  author = {Ethan He},',
        '  title = {{Why Video Agent models are next — 100\\% \\& more}},',
        '  howpublished = {Podcast: Latent Space},',
        '  year = {2026},',
        '  month = jun,',
        '  date = {2026-06-01},',
        '  language = {en},',
        `  url = {${URL}},`,
        '  note = {At about 27:31: “Most of it does not come from new algorithms.”}',
        '}',
        '',
      ].join('\n'),
    );
  });

  it('keeps names whole that it would take apart, and leaves out those nobody knows', () => {
    const passages = [{ speaker: 'Ann and Bob', text: 'Yes.' }, ...TWO];
    expect(toBibtex(cited({ passages }))).toContain('author = {{Ann and Bob} and Ann Lee}');
    const nobody = toBibtex(cited({ passages: [{ speaker: null, text: 'Yes.' }], date: null }));
    expect(nobody).not.toMatch(/author|year|month|date/);
    expect(nobody).toMatch(/^@misc\{spacevideo,/);
  });

  it('is one entry with braces that match, whatever was said', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string(), (text, name) => {
        const entry = toBibtex(
          cited({ passages: [{ speaker: name, text }], episode: text, show: name }),
        );
        // BibTeX counts every brace, also those behind a backslash (Patashnik, BibTeXing, 1988).
        let depth = 0;
        for (const [sign] of entry.matchAll(/[{}]/g)) {
          depth += sign === '{' ? 1 : -1;
          expect(depth).toBeGreaterThanOrEqual(0);
        }
        expect(depth).toBe(0);
        expect(entry).toMatch(/^@misc\{[a-z0-9]+,\n/);
      }),
    );
  });

  it('has no sign left that TeX would read', () => {
    expect(escapeTex('a\\b {c} $5 & #1 50% x_y ^ ~\n z')).toBe(
      'a\\textbackslash{}b \\textbraceleft{}c\\textbraceright{} \\$5 \\& \\#1 50\\% x\\_y \\textasciicircum{} \\textasciitilde{} z',
    );
  });
});

describe('a CSL-JSON item', () => {
  // https://github.com/citation-style-language/schema, MIT; its own "$schema" is of no use to the reader.
  const { $schema: _, ...schema } = JSON.parse(
    readFileSync(path.join(import.meta.dirname, 'csl-data.schema.json'), 'utf8'),
  );
  const Csl = z.fromJSONSchema({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });

  it('is valid by the schema of its makers', () => {
    for (const change of [{}, { date: null }, { passages: TWO }, { estimated: false }]) {
      expect(Csl.safeParse(JSON.parse(toCslJson(cited(change)))).error).toBeUndefined();
    }
    expect(Csl.safeParse([{ ...JSON.parse(toCslJson(cited()))[0], type: 'podcast' }]).success).toBe(
      false,
    );
  });

  it('takes names apart where it can, and leaves them whole where not', () => {
    const passages = ['Ethan He', 'Cher', '李 明'].map((speaker) => ({ speaker, text: 'Yes.' }));
    const [item] = JSON.parse(toCslJson(cited({ passages })));
    expect(item.author).toEqual([
      { given: 'Ethan', family: 'He' },
      { literal: 'Cher' },
      { literal: '李 明' },
    ]);
    expect(item.issued).toEqual({ 'date-parts': [[2026, 6, 1]] });
    expect(item.note).toMatch(/^At about 27:31/);
  });
});
