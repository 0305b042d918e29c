import { describe, expect, it } from 'vitest';
import { readConfiguration } from '../../read-configuration.ts';

const hash = 'ungWv48Bz-pBQUDeXa4iI7ADYaOWF3qctBD_YfIAFa0';

const point = {
  kty: 'EC',
  crv: 'P-256',
  x: 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU',
  y: 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0',
};
const publicKey = JSON.stringify(point);
const privateKey = JSON.stringify({ ...point, d: 'jpsQnnGQmL-YBIffH1136cspYG6-0iY7X1fCE9-E9LI' });

const onDevice = { type: 'public', grants: '[]', secrets: undefined, firstParty: 'true', native: 'true' };

function read(members: Readonly<Record<string, string | undefined>>, id = 'invoices') {
  const all = {
    name: 'Invoices',
    type: 'confidential',
    grants: '[client_credentials]',
    audiences: '[https://api.example]',
    secrets: `["sha256:${hash}"]`,
    ...members,
  };
  const lines = Object.entries(all).flatMap(([key, value]) =>
    value === undefined ? [] : [`    ${key}: ${value}`],
  );
  return readConfiguration(['clients:', `  ${id}:`, ...lines, ''].join('\n'), { fileName: 'signet.yaml' });
}

describe('a client in signet.yaml', () => {
  it('has nothing that it was not given', () => {
    const reading = read({});
    expect(reading.ok && reading.configuration.clients['invoices']).toEqual({
      name: 'Invoices',
      type: 'confidential',
      grants: ['client_credentials'],
      audiences: ['https://api.example'],
      scopes: [],
      redirectUris: [],
      postLogoutRedirectUris: [],
      origins: [],
      firstParty: false,
      secretHashes: [hash],
    });
  });

  it.each([
    ['a secret as it stands', { secrets: '[correct-horse]' }, 7, 'sha256:'],
    ['a grant that does not exist', { grants: '[password]' }, 5, 'client_credentials'],
    [
      'a public client with nothing to prove itself',
      { type: 'public', secrets: undefined },
      5,
      'RFC 6749 §4.4',
    ],
    ['a public client with a secret', { type: 'public', grants: '[]' }, 7, 'no secret'],
    ['a confidential client without a secret', { secrets: undefined }, 2, '`secrets`'],
    ['tokens for nobody', { audiences: '[]' }, 6, 'audience'],
    [
      'three secrets',
      { secrets: `["sha256:${hash}", "sha256:a${hash.slice(1)}", "sha256:b${hash.slice(1)}"]` },
      7,
      '0 to 2',
    ],
    ['a redirect to another machine by http', { redirectUris: '["http://app.example/"]' }, 8, 'https'],
    ['an origin with a path', { origins: '["https://app.example/in"]' }, 8, 'origin'],
    ['a secret beside a key', { publicKeys: `['${publicKey}']` }, 7, 'one way'],
    ['a private key', { secrets: undefined, publicKeys: `['${privateKey}']` }, 7, 'public key'],
    ['a secret as a key', { secrets: undefined, publicKeys: '[correct-horse]' }, 7, 'public key'],
    ['keys at http', { secrets: undefined, jwksUri: 'http://keys.example/' }, 7, 'https'],
    [
      'a public client with keys',
      { type: 'public', grants: '[]', secrets: undefined, jwksUri: 'https://a.example/' },
      4,
      'confidential',
    ],
    ['a key that does not exist', { secret: 'x' }, 8, '`secrets`'],
    ['an app of others on a device', { ...onDevice, firstParty: 'false' }, 8, 'of your own'],
    ['an app on a device with a secret', { ...onDevice, type: 'confidential' }, 8, 'public'],
    ['an app on a device with pages', { ...onDevice, origins: '["https://a.example"]' }, 8, '`origins`'],
    ['an app on a device for nobody', { ...onDevice, audiences: '[]' }, 6, 'audience'],
    ['an app on a device with a certificate', { ...onDevice, certificateBound: 'true' }, 9, '`dpop`'],
  ])('is refused with its line: %s', (_, members, line, expected) => {
    const reading = read(members);
    expect(reading.ok ? [] : reading.problems).toContainEqual(
      expect.objectContaining({ line, expected: expect.stringContaining(expected) }),
    );
  });

  it('cannot take the name of Signet itself, whose tokens are a person’s', () => {
    const reading = read({}, 'signet');
    expect(reading.ok ? [] : reading.problems).toMatchObject([{ line: 2, path: 'clients.signet' }]);
  });

  it('proves itself by a key, written as JWK or as text', () => {
    for (const written of [publicKey, `'${publicKey}'`]) {
      const reading = read({ secrets: undefined, publicKeys: `[${written}]` });
      expect(reading.ok && reading.configuration.clients['invoices']?.publicKeys).toEqual([publicKey]);
    }
  });

  it('never shows what was written in place of a hash', () => {
    const reading = read({ secrets: '[correct-horse-battery]' });
    expect(JSON.stringify(reading)).not.toContain('correct-horse-battery');
  });
});
