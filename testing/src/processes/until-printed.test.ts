import { describe, expect, it } from 'vitest';
import { Children } from './children.ts';
import { untilPrinted } from './until-printed.ts';

const node = (code: string) => ({ program: process.execPath, arguments: ['-e', code] });

describe('what a program prints', () => {
  it('is waited for, in however many pieces it comes', async () => {
    await using children = new Children();
    const code =
      "process.stdout.write('{\"a\":'); setTimeout(() => console.log('1}'), 0); setInterval(() => {}, 1000)";
    expect(await untilPrinted(await children.start(node(code)), /^\{.*\}\n/)).toBe('{"a":1}\n');
  });

  it('is no longer waited for when the program ends; its errors are told, and not what it printed', async () => {
    await using children = new Children();
    const started = await children.start(node("console.log('nine-lives'); console.error('no port');"));
    const waiting = untilPrinted(started, /^\{/);
    await expect(waiting).rejects.toThrow('no port');
    await expect(waiting).rejects.not.toThrow('nine-lives');
  });

  it('ends in the middle when the program is killed', async () => {
    await using children = new Children();
    const started = await children.start(node("console.log('up'); setInterval(() => {}, 1000)"));
    await untilPrinted(started, /up/);
    await started.kill();
    expect(started.child.signalCode).toBe('SIGKILL');
  });
});
