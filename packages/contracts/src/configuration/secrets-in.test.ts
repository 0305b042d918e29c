import { describe, expect, it } from 'vitest';
import { readConfiguration } from './read-configuration.ts';
import { secretsIn } from './secrets-in.ts';

const secret = 'correct-horse-battery';

/** Every key at which a secret may stand, each with one that is written out. */
const writtenOut = (proof: object) => ({
  identity: {
    masterKey: secret,
    previousMasterKey: secret,
    apiSecrets: { 'https://orders.example': secret },
    providers: {
      company: { name: 'Company', issuer: 'https://login.example', clientId: 'signet', clientSecret: secret },
    },
    keys: {
      signer: {
        pkcs11: { module: '/usr/lib/p11.so', tokenLabel: 'signet', pin: secret, keys: { ES256: 'signet' } },
      },
    },
  },
  mail: {
    from: 'a@example.org',
    smtp: { server: 'smtp://mail.example', username: 'signet', password: secret },
  },
  secrets: { vault: proof, azure: { clientSecret: secret } },
});

function read(document: object) {
  const reading = readConfiguration(JSON.stringify(document, undefined, 1), { fileName: 'signet.yaml' });
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading;
}

describe('secrets of a configuration', () => {
  it.each([{ token: secret }, { appRole: { roleId: 'signet', secretId: secret } }])(
    'that are written out are warned about with their lines, wherever they stand, and not shown: %j',
    (vault) => {
      const reading = read(writtenOut(vault));
      const needed = secretsIn(reading.configuration);
      expect(reading.warnings.map(({ path }) => path).sort()).toEqual(needed.map(({ key }) => key).sort());
      expect(new Set(reading.warnings.map(({ line }) => line)).size).toBe(needed.length);
      expect(JSON.stringify([reading, needed])).not.toContain(secret);
    },
  );

  it('are found in whichever section they stand, by the names that the file has', () => {
    const robot = {
      name: 'Robot',
      type: 'confidential',
      grants: ['client_credentials'],
      audiences: ['https://api.example'],
      secrets: ['file:robot', 'aws:prod/robot#secret'],
    };
    const { configuration, warnings } = read({ clients: { robot } });
    expect(secretsIn(configuration).map(({ key }) => key)).toEqual([
      'clients.robot.secrets.0',
      'clients.robot.secrets.1',
    ]);
    expect(warnings).toEqual([]);
  });
});
