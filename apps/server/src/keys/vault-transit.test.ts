import { type KeyObject, randomBytes } from 'node:crypto';
import type { IssuingAlgorithm } from '@signet/contracts';
import { type KeySigner, newPair, signAs } from '@signet/identity/ports';
import { keySignerContract } from '@signet/identity/ports/contracts';
import { describe, expect, it } from 'vitest';
import {
  type Answered,
  openStandIn,
  type Received,
  type StandIn,
} from '../secrets/stores/testing/stand-in.ts';
import { createVaultSigner } from './vault-transit.ts';

const names = { ES256: 'es', ES384: 'es384', RS256: 'rs', PS256: 'ps', EdDSA: 'ed' } as const;
const types = {
  ES256: 'ecdsa-p256',
  ES384: 'ecdsa-p384',
  RS256: 'rsa-2048',
  PS256: 'rsa-2048',
  EdDSA: 'ed25519',
};
const token = 'hvs.CAESIJ-the-token';
const never = new AbortController().signal;

interface StandInTransit extends StandIn {
  /** Answers to be given before any other, once each. */
  readonly first: Answered[];
}

/** Speaks as the transit engine of Vault does (HTTP API: "Rotate key", "Read key", "Sign data"). */
async function openTransit(namespace?: string): Promise<StandInTransit> {
  const versions = new Map<string, KeyObject[]>();
  const publics = new Map<string, string[]>();
  const first: Answered[] = [];
  const algorithmOf = (name: string) =>
    (Object.keys(names) as IssuingAlgorithm[]).find((algorithm) => names[algorithm] === name);

  function rotate(name: string, algorithm: IssuingAlgorithm): Answered {
    const { privateKey, publicKey } = newPair(algorithm);
    versions.set(name, [...(versions.get(name) ?? []), privateKey]);
    const raw = () =>
      Buffer.from(String(publicKey.export({ format: 'jwk' }).x), 'base64url').toString('base64');
    const text = algorithm === 'EdDSA' ? raw() : String(publicKey.export({ format: 'pem', type: 'spki' }));
    publics.set(name, [...(publics.get(name) ?? []), text]);
    return { status: 204 };
  }

  function read(name: string, algorithm: IssuingAlgorithm): Answered {
    const all = publics.get(name) ?? [];
    const keys = Object.fromEntries(
      all.map((text, at) => [String(at + 1), { name: 'P-256', public_key: text }]),
    );
    const data = { name, type: types[algorithm], latest_version: all.length, keys, supports_signing: true };
    return { status: 200, body: { request_id: 'r', lease_duration: 0, data } };
  }

  function sign(name: string, algorithm: IssuingAlgorithm, body: string): Answered {
    const { input, key_version: version, marshaling_algorithm: form, ...how } = JSON.parse(body);
    const key = versions.get(name)?.[version - 1];
    const expected = {
      prehashed: false,
      ...(algorithm === 'EdDSA' ? {} : { hash_algorithm: algorithm === 'ES384' ? 'sha2-384' : 'sha2-256' }),
      ...(algorithm === 'RS256' ? { signature_algorithm: 'pkcs1v15' } : {}),
      ...(algorithm === 'PS256' ? { signature_algorithm: 'pss', salt_length: 'hash' } : {}),
    };
    expect(how).toEqual(expected);
    if (key === undefined || form !== 'jws') return { status: 400, body: { errors: ['requested version'] } };
    const signature = Buffer.from(signAs(algorithm, key, Buffer.from(input, 'base64'))).toString('base64url');
    return {
      status: 200,
      body: { data: { key_version: version, signature: `vault:v${version}:${signature}` } },
    };
  }

  function answer({ method, path, headers, body }: Received): Answered {
    const early = first.shift();
    if (early !== undefined) return early;
    const allowed = headers['x-vault-token'] === token && headers['x-vault-namespace'] === namespace;
    if (!allowed || headers['x-vault-request'] !== 'true')
      return { status: 403, body: { errors: ['permission denied'] } };
    const [, verb, name = '', rest] = /^\/v1\/transit\/(keys|sign)\/([a-z0-9]+)(\/rotate)?$/.exec(path) ?? [];
    const algorithm = algorithmOf(name);
    if (algorithm === undefined) return { status: 404, body: { errors: [] } };
    if (verb === 'sign' && method === 'POST') return sign(name, algorithm, body);
    if (rest !== undefined && method === 'POST') return rotate(name, algorithm);
    return read(name, algorithm);
  }

  return Object.assign(await openStandIn(answer), { first });
}

function signerAt(
  { address }: StandIn,
  more: { readonly namespace?: string; readonly keys?: object } = {},
): KeySigner {
  const vault = { address, ...(more.namespace === undefined ? {} : { namespace: more.namespace }) };
  return createVaultSigner(
    { mount: 'transit', keys: more.keys ?? names },
    {
      places: { variable: (name) => (name === 'VAULT_TOKEN' ? token : undefined), folder: '.' },
      local: () => expect.fail('The token is a variable here.'),
      configuration: { vault, aws: {}, azure: {}, refreshEvery: 'by-hand', overlap: 0 },
      host: { wait: async () => undefined },
    },
  );
}

keySignerContract('createVaultSigner', async () => {
  const transit = await openTransit();
  return { adapter: signerAt(transit), [Symbol.asyncDispose]: () => transit[Symbol.asyncDispose]() };
});

describe('keys in the transit engine of Vault', () => {
  it('are versions of one key, each named when it signs', async () => {
    await using transit = await openTransit('team-a');
    const signer = signerAt(transit, { namespace: 'team-a' });
    const [one, two] = [await signer.make('ES256'), await signer.make('ES256')];
    expect([one.handle, two.handle]).toEqual(['es:1', 'es:2']);
    await signer.sign(one, randomBytes(40), never);
    expect(JSON.parse(transit.received.at(-1)?.body ?? '')).toMatchObject({ key_version: 1 });
  });

  it.each([
    ['a signature by another version', { status: 200, body: { data: { signature: 'vault:v9:AAAA' } } }],
    ['no signature', { status: 200, body: { data: {} } }],
    ['a page', { status: 200, body: '<html>' }],
    ['a refusal', { status: 400, body: { errors: [token] } }],
    ['a redirect', { status: 307, headers: { location: 'http://127.0.0.1:1/v1/transit/sign/es' } }],
    ['more than an answer can be', { status: 200, body: 'x'.repeat(300 * 1024) }],
  ])('do not sign where Vault answers %s, and the fault tells nothing of the token', async (_, answer) => {
    await using transit = await openTransit();
    const signer = signerAt(transit);
    const key = await signer.make('ES256');
    transit.first.push(answer, answer, answer);
    const fault = await signer.sign(key, randomBytes(40), never).catch((error: unknown) => error);
    expect(fault).toBeInstanceOf(Error);
    expect(String(fault) + JSON.stringify(fault)).not.toContain(token);
  });

  it.each([
    ['is of another kind', { RS256: 'es' }, 'RS256'],
    ['is not there', { ES256: 'nothing' }, 'ES256'],
    ['is not named', { ES256: 'es' }, 'ES384'],
  ] as const)('are not made where the key %s', async (_, keys, algorithm) => {
    await using transit = await openTransit();
    await expect(signerAt(transit, { keys }).make(algorithm)).rejects.toThrow(Error);
  });

  it('are reached by no handle that leads elsewhere', async () => {
    await using transit = await openTransit();
    for (const handle of ['../sys/seal:1', 'es:1/../x', 'es', 'es:0x1', ' es:1']) {
      await expect(
        signerAt(transit).sign({ handle, algorithm: 'ES256' }, randomBytes(4), never),
      ).rejects.toThrow();
    }
    expect(transit.received).toEqual([]);
  });
});
