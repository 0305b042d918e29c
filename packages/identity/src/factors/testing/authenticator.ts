import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import type { SignedInCaller } from '../../testing/calls.ts';
import { password } from '../../testing/identity-under-test.ts';
import { codeAt, stepAt } from '../totp.ts';

/** What a person's authenticator app shows, which was told `secret` in base32. */
export function codeNow(secret: string, now: number, stepsAway = 0): string {
  return codeAt(fromBase32(secret), stepAt(now) + stepsAway);
}

/** RFC 4648 §6, as an app reads it. */
function fromBase32(text: string): Uint8Array {
  const bits = [...text].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Uint8Array.from(bits.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2));
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** Asks below `/auth/factors` as this person: with GET, or with POST where there is a body. */
export function askFactors(
  app: FastifyInstance,
  { accessToken }: Pick<SignedInCaller, 'accessToken'>,
  path = '',
  body?: object,
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: body === undefined ? 'GET' : 'POST',
    url: `/auth/factors${path}`,
    headers: { authorization: `Bearer ${accessToken}` },
    ...(body === undefined ? {} : { payload: body }),
  });
}

/** Adds an app; its present code is used up by that. */
export async function addAuthenticator(
  { app, now }: { readonly app: FastifyInstance; readonly now: () => number },
  person: SignedInCaller,
): Promise<{ readonly secret: string; readonly recoveryCodes: readonly string[] }> {
  const begun = await askFactors(app, person, '/authenticator', { password });
  const { enrolment, secret } = begun.json();
  const code = codeNow(secret, now());
  const confirmed = await askFactors(app, person, '/authenticator/confirm', { enrolment, code });
  if (confirmed.statusCode !== 200) throw new Error(`Adding the app answered ${confirmed.body}`);
  return { secret, recoveryCodes: confirmed.json().recoveryCodes };
}
