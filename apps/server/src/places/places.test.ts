import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { expect, it, onTestFinished } from 'vitest';
import { mappedBits, mmdbFile } from '../testing/mmdb-file.ts';
import { startSignet } from '../testing/running-signet.ts';
import { bearer, signIn } from '../testing/session.ts';

const here = { city: { names: { en: 'Here', de: 'Hier' } }, country: { names: { en: 'Nowhere' } } };

it('a Signet says where each session began by the file that its configuration names, and does not start with a broken one', async () => {
  const folder = temporaryFolder();
  onTestFinished(() => folder[Symbol.dispose]());
  const first = await startSignet(folder.path);
  const password = first.password('demo');
  await first.close();
  const configuration = join(folder.path, 'signet.yaml');
  const before = readFileSync(configuration, 'utf8');
  const named = before.replace(/^identity:\n/m, 'identity:\n  places: ./places.mmdb\n');
  expect(named).not.toBe(before);
  writeFileSync(configuration, named);
  writeFileSync(join(folder.path, 'places.mmdb'), 'no database');
  await expect(startSignet(folder.path)).rejects.toMatchObject({
    refusal: { code: 'places_unreadable', sentence: expect.stringContaining('places.mmdb') },
  });

  writeFileSync(join(folder.path, 'places.mmdb'), mmdbFile({ [mappedBits([127, 0, 0], 24)]: here }));
  const signet = await startSignet(folder.path);
  onTestFinished(() => signet.close());
  const { accessToken } = await signIn(signet.web, 'demo', password);
  const { headers } = bearer(accessToken);
  const listed = await fetch(`${signet.web}/auth/sessions`, {
    headers: { ...headers, 'accept-language': 'de' },
  });
  expect(await listed.json()).toMatchObject({
    sessions: [{ network: '127.0.0.0/24', place: { city: 'Hier', country: 'Nowhere' } }],
  });
});
