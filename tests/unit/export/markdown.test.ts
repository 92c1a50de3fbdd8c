import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown, toMarkdown } from '@/lib/export/markdown';
import { toText } from '@/lib/export/text';
import { exportEpisode, someTurns } from './sample';

const words = (text: string) => text.split(/\s+/).filter(Boolean);

describe('Markdown', () => {
  const markdown = toMarkdown(
    exportEpisode([
      [0, 'Hello *there*.'],
      [null, '# Not a heading'],
    ]),
  );

  it('has front matter that YAML reads', () => {
    expect(markdown).toContain(
      'title: "On bread — a \\"talk\\""\nshow: "Slow Kitchen"\ndate: "2026-03-01"',
    );
    expect(markdown).toContain('timing: "estimated"');
  });

  it('has sections, names and estimated times', () => {
    expect(markdown).toContain('## The start (≈0:00)');
    expect(markdown).toContain('**Ann Lee** (≈0:00): Hello \\*there\\*.');
    expect(markdown).toContain('**Unknown speaker** (≈0:05): \\# Not a heading');
  });

  it('escapes all markup, and nothing else', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const escaped = escapeMarkdown(text);
        const shown = escaped.replace(/\\([!-/:-@[-`{-~])/g, '$1');
        expect(shown).toBe(text.replace(/\s+/gu, ' ').trim());
        expect(escaped).not.toMatch(/(?<!\\)(?:\\\\)*[`*_[\]<>#|~]/);
      }),
    );
  });
});

describe('plain text', () => {
  it('has every word once, in order, after a header with names and times', () => {
    fc.assert(
      fc.property(someTurns, (turns) => {
        const body = toText(exportEpisode(turns)).split('\n\n').slice(2);
        expect(body.flatMap((block) => words(block.split('\n').slice(1).join(' ')))).toEqual(
          turns.flatMap(([, text]) => words(text)),
        );
      }),
    );
  });
});
