import { describe, expect, it } from 'vitest';
import { cpuMicros, parseStat, ticksOfTree } from './process-cpu.ts';

const nginx =
  '4021 (nginx: worker (x) y) S 4020 4020 4020 0 -1 4194560 211 0 0 0 137 64 9 9 20 0 1 0 5511 11 0';

describe('parseStat', () => {
  it('reads parent and time, with that of ended children, past a name with spaces and parentheses', () => {
    expect(parseStat(nginx)).toEqual({ pid: 4021, parent: 4020, ticks: 219 });
  });

  it.each(['', 'no numbers here', '12 (cut) S 1'])('refuses %j', (text) => {
    expect(() => parseStat(text)).toThrow('/proc/PID/stat');
  });
});

describe('ticksOfTree', () => {
  it('sums a process with its descendants and nothing else', () => {
    const all = [
      { pid: 1, parent: 0, ticks: 1000 },
      { pid: 10, parent: 1, ticks: 1 },
      { pid: 11, parent: 10, ticks: 20 },
      { pid: 12, parent: 11, ticks: 300 },
      { pid: 13, parent: 1, ticks: 5000 },
    ];
    expect(ticksOfTree(all, 10)).toBe(321);
    expect(ticksOfTree(all, 99)).toBe(0);
  });
});

describe.runIf(process.platform === 'linux')('cpuMicros', () => {
  it('sees the time that this process has used', async () => {
    expect(await cpuMicros(process.pid)).toBeGreaterThan(0);
  });
});
