import { newId } from '@signet/contracts';
import { importSigningKey, readAlgorithm, type SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';
import type { ServiceProof } from './service-options.ts';

/** What a request carries as the proof of its client. */
export interface ClientProof {
  readonly headers: Readonly<Record<string, string>>;
  readonly form: Readonly<Record<string, string>>;
}

/** @param now seconds since the epoch */
export type ProveClient = (now: number) => Promise<ClientProof>;

type KeyProof = Extract<ServiceProof, { privateKey: unknown }>;

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';
/** Seconds that an assertion is good for: long enough for clocks that differ a little. */
const assertionLife = 60;

/** A proof for each request, which rejects with TypeError where the key is none. */
export function clientProver(
  options: ServiceProof & { readonly issuer: string; readonly clientId: string },
): ProveClient {
  const { clientId, issuer } = options;
  if ('secret' in options) {
    const { secret } = options;
    return async () => {
      const given = typeof secret === 'function' ? await secret() : secret;
      const pair = `${formEncoded(clientId)}:${formEncoded(given)}`;
      return { headers: { authorization: `Basic ${btoa(pair)}` }, form: {} };
    };
  }
  let opened: Promise<SigningKey> | undefined;
  return async (now) => {
    opened ??= openKey(options);
    const times = { iat: now, exp: now + assertionLife };
    const claims = { iss: clientId, sub: clientId, aud: issuer, jti: newId('token'), ...times };
    const client_assertion = await signToken(claims, { key: await opened });
    return { headers: {}, form: { client_assertion, client_assertion_type: assertionType } };
  };
}

/** RFC 6749 §2.3.1: both halves are form-encoded, which leaves ASCII alone. */
function formEncoded(text: string): string {
  return new URLSearchParams({ '': text }).toString().slice(1);
}

async function openKey({ privateKey, algorithm, kid }: KeyProof): Promise<SigningKey> {
  const jwk = typeof privateKey === 'string' ? undefined : privateKey;
  const alg = algorithm ?? readAlgorithm(jwk?.['alg'] ?? 'ES256');
  if (alg === undefined) throw new TypeError('The key of the client is for no algorithm that signs');
  const material =
    typeof privateKey === 'string'
      ? ({ from: 'pem', pem: privateKey, ...(kid === undefined ? {} : { kid }) } as const)
      : ({ from: 'jwk', jwk: kid === undefined ? privateKey : { ...privateKey, kid } } as const);
  const read = await importSigningKey(material, alg);
  // The sentence names what is wrong with the key, and nothing of it.
  if (read.kind === 'refused') throw new TypeError(read.refusal.sentence);
  return read.key;
}
