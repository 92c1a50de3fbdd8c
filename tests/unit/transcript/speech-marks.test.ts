import { describe, expect, it } from 'vitest';
import { readSpeech } from '@/lib/transcript/speech-marks';

describe('speech beside marks of sounds', () => {
  it.each([
    ['Really [laughs].', 'Really.'],
    ['Really. [laughs].', 'Really.'],
    ['What did he [unintelligible]? Yes.', 'What did he? Yes.'],
    ['I know [laughs], right [laughs] so', 'I know, right so'],
    ['[laughs].', ''],
    ['(laughs), yes', 'yes'],
    ['♪ la la ♪. So', 'So'],
    ['He wrote [sic] a. b', 'He wrote [sic] a. b'],
  ])('leaves no sign alone where a mark was: %s', (written, said) => {
    expect(readSpeech(written, 'plain').text).toBe(said);
  });

  it('keeps the marks as they are written', () => {
    expect(readSpeech('Well [laughs]. (sighs) No.', 'plain').marks).toEqual([
      '[laughs]',
      '(sighs)',
    ]);
  });
});
