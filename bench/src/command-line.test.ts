import { describe, expect, it } from 'vitest';
import { parseCommandLine } from './command-line.ts';

describe('parseCommandLine', () => {
  it('runs everything once when nothing is said', () => {
    expect(parseCommandLine([])).toEqual({ names: [], help: false, options: { rounds: 1, seconds: 8 } });
  });

  it('takes names, rounds, seconds and rows', () => {
    const words = ['gateway', '--rounds', '3', '--seconds=2', '--only', 'signet,haproxy'];
    expect(parseCommandLine(words)).toEqual({
      names: ['gateway'],
      help: false,
      options: { rounds: 3, seconds: 2, only: ['signet', 'haproxy'] },
    });
  });

  it.each([
    [['--rounds', '0'], '--rounds'],
    [['--seconds', 'long'], '--seconds'],
    [['--fast'], '--fast'],
  ])('refuses %j', (words, named) => {
    expect(() => parseCommandLine(words)).toThrow(named);
  });
});
