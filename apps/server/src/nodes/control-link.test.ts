import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

/** In a process that has nothing else to do, and whose certificate cannot be read. */
const waiting = `
  import { followControl } from ${JSON.stringify(new URL('./control-link.ts', import.meta.url).href)};
  let tries = 0;
  followControl({
    addresses: [{ host: '127.0.0.1', port: 1 }],
    files: { certificate: '/nowhere', key: '/nowhere', authority: '/nowhere' },
    listener: {},
    steady: () => 0,
    wall() {
      tries += 1;
      if (tries === 3) {
        process.stdout.write('the third time');
        process.exit();
      }
      return 0;
    },
    log: { warn() {} },
  });`;

it('is what a gateway node waits for while no control node is there: it does not end', async () => {
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--input-type=module', '--eval', waiting]);
  expect(stdout).toBe('the third time');
});
