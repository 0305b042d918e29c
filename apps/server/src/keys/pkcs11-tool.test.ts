import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { runProgram } from '../secrets/run-program.ts';
import { createPkcs11Tool } from './pkcs11-tool.ts';

const folder = temporaryFolder();
afterAll(() => folder[Symbol.dispose]());

const pin = 'correct-horse-battery';
const never = new AbortController().signal;

/** Asks something that stands where the tool does. */
function toolOf(name: string, body: string, given = pin) {
  const program = join(folder.path, name);
  writeFileSync(program, `#!/bin/sh\n${body}\n`, { mode: 0o700 });
  return createPkcs11Tool({
    module: '/m.so',
    tokenLabel: 'signet',
    pin: given,
    folder: folder.path,
    program,
  });
}

/** What has ended and waits for init to collect it runs no more. */
function isRunning(process: number): boolean {
  try {
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${process}/status`, 'utf8'));
  } catch {
    return false;
  }
}

describe('the tool of a token', () => {
  it('is told the PIN by a variable of its own, never in its words', async () => {
    const tool = toolOf('words', 'echo "$@"; echo "$SIGNET_PKCS11_PIN"; cat');
    const told = String(await tool.ask(['--sign'], never, Buffer.from('hash')));
    const words = '--module=/m.so --token-label=signet --login --pin=env:SIGNET_PKCS11_PIN --sign';
    expect(told).toBe(`${words}\n${pin}\nhash`);
  });

  it('is the only one that is told the PIN, and is told none of our secrets', async () => {
    process.env['SIGNET_MASTER_KEY'] = 'not-for-children';
    const told = String(await toolOf('environment', 'env').ask([], never));
    delete process.env['SIGNET_MASTER_KEY'];
    expect(told).not.toContain('not-for-children');
    const beside = { program: 'env', words: [], folder: folder.path, signal: never, longestOutput: 65_536 };
    expect(String((await runProgram(beside)).printed)).not.toContain(pin);
    expect(JSON.stringify(process.env)).not.toContain(pin);
  });

  it.each([
    ['fails', 'exit 3', 'exit code 3'],
    ['prints-for-ever', 'yes "$SIGNET_PKCS11_PIN"', 'more than an answer can be'],
    ['complains-at-length', 'yes "$SIGNET_PKCS11_PIN" | head -c 9000000 >&2; exit 1', 'exit code 1'],
    [
      'names-a-fault',
      'echo "rv = CKR_DEVICE_ERROR (0x30) $SIGNET_PKCS11_PIN" >&2; exit 1',
      'CKR_DEVICE_ERROR',
    ],
    ['ends-itself', 'kill -9 $$', 'ended by SIGKILL'],
  ])('that %s is a fault that says so and nothing that it wrote', async (name, body, reason) => {
    const tool = toolOf(name, `echo "$SIGNET_PKCS11_PIN"; echo "$SIGNET_PKCS11_PIN" >&2; ${body}`);
    const fault = await tool.ask([], never, Buffer.alloc(200_000)).catch((error: unknown) => error);
    expect(String(fault)).toContain(reason);
    expect(String(fault) + JSON.stringify(fault) + String(Object(fault).stack)).not.toContain(pin);
  });

  it('that hangs is ended at the deadline with all that it started, and the next is asked again', async () => {
    const tool = toolOf('hangs', 'test -e child && exit 0; sleep 600 & echo $! > child; wait');
    const deadline = new AbortController();
    const asked = tool.ask([], deadline.signal);
    const child = () => Number(readFileSync(join(folder.path, 'child'), 'utf8'));
    await vi.waitUntil(() => {
      try {
        return child() > 0;
      } catch {
        return false;
      }
    });
    deadline.abort();
    await expect(asked).rejects.toThrow('no answer in time');
    await vi.waitUntil(() => !isRunning(child()));
    await tool.ask([], never);
  });

  it.each(['CKR_PIN_INCORRECT', 'CKR_PIN_LOCKED', 'CKR_PIN_EXPIRED'])(
    'is not asked again after %s, nor at the same time by others',
    async (code) => {
      const tool = toolOf(code, `echo x >> asked-${code}; echo "rv = ${code} (0xa0)" >&2; exit 1`);
      const asks = Array.from({ length: 5 }, () => tool.ask([], never));
      for (const { status } of await Promise.allSettled(asks)) expect(status).toBe('rejected');
      await expect(tool.ask([], never)).rejects.toThrow(`${code}; that PIN is not tried again`);
      expect(readFileSync(join(folder.path, `asked-${code}`), 'utf8')).toBe('x\n');
    },
  );

  it.each(['', 'with\0zero'])('is never started for a PIN that is none', async (given) => {
    const fault = await toolOf('unasked', 'touch asked-for-none', given)
      .ask([], never)
      .catch((error: unknown) => error);
    expect(String(fault)).toContain('a PIN that is empty or has a zero byte');
  });

  it('that is not installed says so', async () => {
    const program = join(folder.path, 'no-such-tool');
    const tool = createPkcs11Tool({ module: '/m.so', tokenLabel: 'x', pin, folder: folder.path, program });
    await expect(tool.ask([], never)).rejects.toThrow('is not installed');
  });
});
