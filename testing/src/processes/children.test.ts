import { once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { Children, hasEnded } from './children.ts';

const idle = { program: process.execPath, arguments: ['-e', 'setInterval(() => {}, 1000)'] };
const never = new AbortController().signal;

describe('Children', () => {
  it('stops what it started when its block ends', async () => {
    const children = new Children(never);
    const { child } = await children.start(idle);
    expect(hasEnded(child)).toBe(false);
    await children[Symbol.asyncDispose]();
    expect(hasEnded(child)).toBe(true);
  });

  it('stops what it started when the bench is interrupted', async () => {
    const interrupt = new AbortController();
    await using children = new Children(interrupt.signal);
    const { child } = await children.start(idle);
    const ended = once(child, 'exit');
    interrupt.abort();
    await ended;
    expect(hasEnded(child)).toBe(true);
  });

  it('stops what its programs started in turn', async () => {
    const children = new Children(never);
    const inner = `console.log('up'); setInterval(() => {}, 1000)`;
    const outer = `require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(inner)}], { stdio: 'inherit' })`;
    const { child } = await children.start({ program: process.execPath, arguments: ['-e', outer] });
    // The pipe closes when the last program that holds it has ended.
    const closed = once(child, 'close');
    if (child.stdout !== null) await once(child.stdout, 'data');
    await children[Symbol.asyncDispose]();
    await closed;
  });

  it('keeps what the program wrote', async () => {
    await using children = new Children(never);
    const started = await children.start({
      program: process.execPath,
      arguments: ['-e', 'console.log("here")'],
    });
    await once(started.child, 'close');
    expect(started.output()).toBe('here\n');
  });

  it('says so when the program is not there', async () => {
    await using children = new Children(never);
    await expect(children.start({ program: 'no-such-program', arguments: [] })).rejects.toThrow('ENOENT');
  });
});
