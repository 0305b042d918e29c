import type { Case, Surface } from './case.ts';
import type { KeyRing } from './key-ring.ts';
import type { MadeKey } from './made-key.ts';

const url = 'https://api.example/orders';
const whole = { method: 'GET', url };

/** Proofs of possession (RFC 9449): their key is their own, and they are worth something for one request alone. */
export const dpopProofs: readonly Case[] = [
  alone('with the request it was made for', { request: whole, answer: 'verified', decode: 'dpop-proof' }),
  alone('without its request', {
    request: {},
    answer: 'usage',
    says: 'htm and htu would not be checked',
    page: 'For which request the proof was made is not checked yet.',
  }),
  alone('without the address of its request', {
    request: { method: 'GET' },
    answer: 'usage',
    says: 'htu would not be checked',
    page: 'address of the request (htu)',
  }),
  alone('for another method', {
    request: { method: 'POST', url },
    answer: 'claim_invalid',
    says: 'htm is GET; POST is expected.',
  }),
  alone('for another address', {
    request: { method: 'GET', url: 'https://api.example/other' },
    answer: 'claim_invalid',
    says: 'The proof is for',
  }),
  alone('by somebody without its key', {
    request: whole,
    answer: 'signature_invalid',
    says: 'signature',
    token: ({ ec, otherEc }) => proof(ec, otherEc),
  }),
  {
    name: 'a DPoP proof whose own key is given as a key set',
    token: ({ ec }) => proof(ec),
    key: ({ ec }) => JSON.stringify({ keys: [ec.jwk()] }),
    answer: 'verified',
    inspect: 'P-256',
    but: { gateway: 'claim_missing', page: 'unproved' },
    gateway: 'no iss',
    page: 'For which request the proof was made is not checked yet.',
  },
];

type Alone = Pick<Case, 'answer' | 'request' | 'says' | 'decode' | 'page'> & Partial<Pick<Case, 'token'>>;

/** No key is given: where one must be, such a proof cannot be brought. */
function alone(name: string, of: Alone): Case {
  const elsewhere: readonly Surface[] = ['lines', 'diagnose', 'inspect', 'gateway'];
  return {
    name: `a DPoP proof ${name}`,
    token: ({ ec }: KeyRing) => proof(ec),
    key: () => '',
    but: Object.fromEntries(elsewhere.map((surface) => [surface, null])),
    ...of,
  };
}

/** Made now, as a proof is good for minutes. */
function proof(own: MadeKey, signer: MadeKey = own): string {
  const iat = Math.floor(Date.now() / 1000);
  const claims = { jti: 'proof_one', htm: 'GET', htu: url, iat };
  return signer.token('ES256', { typ: 'dpop+jwt', jwk: own.jwk() }, claims);
}
