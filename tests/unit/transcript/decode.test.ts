import { describe, expect, it } from 'vitest';
import { decode } from '@/lib/transcript/decode';

describe('decode', () => {
  it.each([
    ['UTF-8', Buffer.from('café')],
    ['UTF-8 with a byte order mark', Buffer.from('\uFEFFcafé')],
    ['UTF-16', Buffer.from('\uFEFFcafé', 'utf16le')],
    ['UTF-16, big end first', Buffer.from('\uFEFFcafé', 'utf16le').swap16()],
    ['Windows-1252', Buffer.from('café', 'latin1')],
  ])('reads %s', (_, bytes) => {
    expect(decode(bytes)).toBe('café');
  });

  it('makes every line end one "\\n"', () => {
    expect(decode(Buffer.from('a\r\nb\rc\n'))).toBe('a\nb\nc\n');
  });

  it('refuses a recording, naming the line', () => {
    expect(() => decode(Buffer.from('RIFF\n\0\x01'))).toThrow(
      expect.objectContaining({ message: expect.stringContaining('binary'), line: 2 }),
    );
  });

  it('refuses an empty file', () => {
    expect(() => decode(Buffer.from(' \r\n'))).toThrow('empty');
  });
});

describe('old encodings', () => {
  // "こんにちは、パンのはなしをします。" and "Мы говорим о хлебе и соли." in the bytes of their time.
  it.each([
    [
      'Shift-JIS',
      '82b182f182c982bf82cd81418370839382cc82cd82c882b582f082b582dc82b78142',
      'こんにちは、パンのはなしをします。',
    ],
    [
      'Windows-1251',
      'ccfb20e3eee2eef0e8ec20ee20f5ebe5e1e520e820f1eeebe82e',
      'Мы говорим о хлебе и соли.',
    ],
    [
      'UTF-16 without a mark',
      Buffer.from('Good morning, bread.', 'utf16le').toString('hex'),
      'Good morning, bread.',
    ],
    [
      'Windows-1252',
      Buffer.from('Où est le café? Très près, là-bas, à côté du théâtre.', 'latin1').toString(
        'hex',
      ),
      'Où est le café? Très près, là-bas, à côté du théâtre.',
    ],
  ])('are told by their letters: %s', (_, hex, text) => {
    expect(decode(Buffer.from(hex, 'hex'))).toBe(text);
  });
});
