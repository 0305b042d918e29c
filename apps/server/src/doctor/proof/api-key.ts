import { type ApiKey, newId, type ProtectedRoute } from '@signet/contracts';
import { hashApiKey, newApiKey } from '@signet/trust/api-keys';
import type { CrookedRequest } from '../crooked/crooked-request.ts';
import { type Sample, withHeaders, withParameter, writeRequest } from '../sample.ts';
import { bearer } from './crooked-tokens.ts';
import { grantedBy, type Mint } from './mint.ts';
import type { Proof } from './proof.ts';

type Places = NonNullable<ProtectedRoute['auth']['apiKey']>;

/** Proves by a key that was made for one look. */
export function proveByKey(places: Places, auth: ProtectedRoute['auth']): Proof {
  const [key, revoked] = [drawn(), drawn()];
  const known = new Map([
    [hashApiKey(key), made(places, auth)],
    [hashApiKey(revoked), { ...made(places, auth), revokedAt: 0 }],
  ]);
  return {
    prove: async (sample) => withKey(sample, places, key),
    findApiKey: async (hash) => known.get(hash),
    crooked: [
      {
        id: 'key:none',
        sent: 'no API key at all',
        wanted: 'refused',
        unproven: true,
        ...(auth.optional === true ? { allowedBy: 'auth.optional' } : {}),
        write: (sample) => writeRequest(sample),
      },
      unknownKey(places),
      {
        id: 'key:revoked',
        sent: 'an API key that was revoked',
        wanted: 'refused',
        unproven: true,
        write: (sample) => writeRequest(withKey(sample, places, revoked)),
      },
      {
        id: 'key:two',
        sent: 'the API key twice',
        wanted: 'refused',
        write: (sample) => writeRequest(withKey(sample, places, key)),
      },
      {
        id: 'key:beside-token',
        sent: 'a token beside the API key',
        wanted: 'refused',
        write: (sample) => writeRequest(withHeaders(sample, bearer('e30.e30.e30'))),
      },
    ],
  };
}

/** What comes to a route that takes keys beside tokens. */
export function crookedKeys(places: Places, mint: Mint): readonly CrookedRequest[] {
  return [
    unknownKey(places),
    {
      id: 'key:beside-token',
      sent: 'an API key beside a good token',
      wanted: 'refused',
      unproven: true,
      write: async (sample) =>
        writeRequest(withKey(withHeaders(sample, bearer(await mint())), places, drawn())),
    },
  ];
}

function unknownKey(places: Places): CrookedRequest {
  return {
    id: 'key:unknown',
    sent: 'an API key that nobody made',
    wanted: 'refused',
    unproven: true,
    write: (sample) => writeRequest(withKey(sample, places, drawn())),
  };
}

function withKey(sample: Sample, { header, parameter }: Places, key: string): Sample {
  if (header !== undefined) return withHeaders(sample, [header, key]);
  return withParameter(sample, parameter ?? '', key);
}

function drawn(): string {
  return newApiKey((bytes) => crypto.getRandomValues(bytes));
}

function made({ audience }: Places, auth: ProtectedRoute['auth']): ApiKey {
  return {
    id: newId('apiKey'),
    name: 'doctor',
    owner: 'signet-doctor',
    audience,
    ...grantedBy(auth),
    claims: {},
    createdAt: 0,
  };
}
