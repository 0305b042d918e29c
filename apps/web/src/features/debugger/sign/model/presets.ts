import type { ProfileName } from '@signet/token/profiles';

/** Kinds of tokens to start from. */
export type PresetName = ProfileName | 'credential';

export const presetNames: readonly PresetName[] = [
  'access-token',
  'id-token',
  'client-assertion',
  'logout-token',
  'dpop-proof',
  'credential',
];

interface Preset {
  readonly typ: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** `typ` of a proof of possession (RFC 9449 §4.2, SD-JWT VC §3). */
export const proofType = 'dpop+jwt';

const issuer = 'https://login.example';

/**
 * A token as its profile wants it (RFC 9068 §2, OpenID Connect Core 1.0 §2, RFC 7523 §3, OpenID Connect
 * Back-Channel Logout 1.0 §2.4, RFC 9449 §4.2, SD-JWT VC §3).
 * @param now seconds since 1970
 * @param id a fresh identifier
 */
export function makePreset(name: PresetName, now: number, id: string): Preset {
  const { typ, claims } = presets[name](now);
  return { typ, claims: { ...claims, ...identity(name, id) } };
}

/** An ID token is told apart by its nonce, every other one by its jti. */
function identity(name: PresetName, id: string): Readonly<Record<string, string>> {
  return name === 'id-token' ? { nonce: id } : { jti: id };
}

const presets: Readonly<Record<PresetName, (now: number) => Preset>> = {
  'access-token': (now) => ({
    typ: 'at+jwt',
    claims: {
      iss: issuer,
      sub: 'usr_7Qm2vK9xTz',
      aud: 'https://api.example/orders',
      client_id: 'web-shop',
      scope: 'orders:read',
      iat: now,
      exp: now + 900,
    },
  }),
  'id-token': (now) => ({
    typ: 'JWT',
    claims: {
      iss: issuer,
      sub: 'usr_7Qm2vK9xTz',
      aud: 'web-shop',
      name: 'Ada Lovelace',
      iat: now,
      auth_time: now,
      exp: now + 900,
    },
  }),
  'client-assertion': (now) => ({
    typ: 'client-authentication+jwt',
    claims: { iss: 'web-shop', sub: 'web-shop', aud: issuer, iat: now, exp: now + 60 },
  }),
  'logout-token': (now) => ({
    typ: 'logout+jwt',
    claims: {
      iss: issuer,
      aud: 'web-shop',
      sub: 'usr_7Qm2vK9xTz',
      iat: now,
      exp: now + 120,
      events: { 'http://schemas.openid.net/event/backchannel-logout': {} },
    },
  }),
  'dpop-proof': (now) => ({
    typ: proofType,
    claims: { htm: 'POST', htu: 'https://api.example/orders', iat: now },
  }),
  credential: (now) => ({
    typ: 'dc+sd-jwt',
    claims: {
      iss: issuer,
      vct: `${issuer}/credentials/person`,
      iat: now,
      exp: now + 31_536_000,
      given_name: 'Ada',
      family_name: 'Lovelace',
      birthdate: '1815-12-10',
      address: { locality: 'London', country: 'GB' },
      nationalities: ['GB'],
    },
  }),
};
