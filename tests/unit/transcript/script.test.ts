import { describe, expect, it } from 'vitest';
import { script } from '@/lib/transcript/formats/script';
import { timedTurnsOf } from './written';

const TEXT =
  '# Bread\n\n#### ANN LEE\n\nHello.\n\n[music]\n\n#### BO (00:12)\n\nHi.\n\n## Yeast\n\n#### ANN LEE\n\nWell,\nyes.\n\n#### BO\n\nRight.\n';

describe('scripts', () => {
  it('have names as headings, and topics where a heading is none', () => {
    const transcript = script.parse(TEXT);
    expect(timedTurnsOf(transcript)).toEqual([
      ['ANN LEE', 'Hello.', null],
      ['BO', 'Hi.', 12_000],
      ['ANN LEE', 'Well, yes.', null],
      ['BO', 'Right.', null],
    ]);
    expect(transcript.title).toBe('Bread');
    expect(transcript.headings).toEqual([{ title: 'Yeast', turn: 2 }]);
    expect(transcript.notes).toEqual([{ line: 7, text: '[music]' }]);
  });

  it('are no articles with topics', () => {
    expect(script.detect(TEXT)).toBeGreaterThan(0.8);
    expect(script.detect('# A\n\nText.\n\n## Install\n\nText.\n\n## Usage\n\nText.')).toBe(0);
  });
});
