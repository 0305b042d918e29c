import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { expect, it } from 'vitest';
import { parseOptions } from '../options/parse-options.ts';
import { startSignet } from '../testing/running-signet.ts';

it.each(['DATABASE_URL', 'REDIS_URL'])(
  '%s may say where the address is, which is told to nobody',
  async (name) => {
    using folder = temporaryFolder();
    writeFileSync(join(folder.path, 'signet.yaml'), 'version: 1\n');
    writeFileSync(join(folder.path, 'address'), 'mysql://signet:hunter2@db.example/signet\n', {
      mode: 0o600,
    });
    const failure = await startSignet(folder.path, { environment: { [name]: 'file:address' } }).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({ refusal: { code: 'secret_unreadable', variant: 'unfit' } });
    expect(JSON.stringify(failure)).not.toContain('hunter2');
  },
);

it.each(['file:', 'vault:nowhere', 'hunter2', 'mysql://me:hunter2@db/x'])(
  'an address is none: %s',
  (given) => {
    const parse = () => parseOptions({ flags: {}, environment: { DATABASE_URL: given } });
    expect(parse).toThrow('DATABASE_URL');
    expect(parse).not.toThrow('hunter2');
  },
);
