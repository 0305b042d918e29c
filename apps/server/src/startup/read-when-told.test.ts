import { expect, it } from 'vitest';
import { makeLogger } from '../logging/logger.ts';
import { readWhenTold } from './read-when-told.ts';

it('reads again at SIGHUP, whatever came of the time before, and not where it closes a terminal', async () => {
  const lines: string[] = [];
  const log = makeLogger('debug', { write: (line: string) => void lines.push(line) });
  let read = 0;
  const reading = async () => {
    read += 1;
    if (read === 1) throw new Error('no good day');
  };
  const before = process.listenerCount('SIGHUP');
  readWhenTold(reading, { inTerminal: true, log });
  expect(process.listenerCount('SIGHUP')).toBe(before);
  const stop = readWhenTold(reading, { inTerminal: false, log });
  process.emit('SIGHUP');
  process.emit('SIGHUP');
  await new Promise(setImmediate);
  expect(read).toBe(2);
  expect(lines.join('')).toContain('could not be read again');
  stop();
  expect(process.listenerCount('SIGHUP')).toBe(before);
});
