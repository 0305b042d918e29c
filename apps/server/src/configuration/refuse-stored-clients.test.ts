import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { expect, it } from 'vitest';
import { openStores } from '../adapters/open-stores.ts';
import { startSignet } from '../testing/running-signet.ts';

const twice = '\nclients:\n  invoices:\n    name: Twice\n    type: public\n';

it('a client in the file and in the store is refused at the start, and when the file is saved', async () => {
  using folder = temporaryFolder();
  const file = join(folder.path, 'signet.yaml');
  const first = await startSignet(folder.path);
  const stores = await openStores({ dataFolder: folder.path } as never, {} as never, undefined as never);
  await stores.clients.add({
    id: 'invoices',
    name: 'Invoices',
    type: 'public',
    grants: [],
    redirectUris: [],
    postLogoutRedirectUris: [],
    origins: [],
    scopes: [],
    audiences: [],
    firstParty: false,
    secrets: [],
    createdAt: 0,
    version: 1,
  });
  await stores.close();
  const before = readFileSync(file, 'utf8');
  const { version } = first.configuration.state();
  appendFileSync(file, twice);
  await first.configuration.reload();
  expect(first.configuration.state()).toMatchObject({
    version,
    lastProblem: { problems: [{ message: expect.stringContaining('in the store as well') }] },
  });
  await first.close();
  await expect(startSignet(folder.path)).rejects.toMatchObject({
    refusal: { code: 'configuration_invalid', variant: 'stored_client' },
  });
  writeFileSync(file, before);
  await (await startSignet(folder.path)).close();
});
