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
