import { describe, expect, it } from 'vitest';
import { readArguments } from '@/scripts/mcp-arguments';

describe('npm run mcp', () => {
  it('serves over stdio, or where it is told', () => {
    expect(readArguments([])).toEqual({ help: false, http: null });
    expect(readArguments(['--http'])).toEqual({ help: false, http: { port: 3001 } });
    expect(readArguments(['--http', '--port', '0'])).toEqual({ help: false, http: { port: 0 } });
    expect(readArguments(['-h'])).toEqual({ help: true });
  });

  it.each([
    ['--port', '4000'],
    ['--http', '--port', '70000'],
    ['--http', '--port', '-1'],
    ['--nonsense'],
    ['more'],
  ])('refuses %s %s %s', (...argv) => {
    expect(() => readArguments(argv)).toThrow(expect.objectContaining({ name: 'UsageError' }));
  });
});
