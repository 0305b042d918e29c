import type { BegunPasskey, ConfirmedPasskey, PasskeyChallengeAnswer } from '@signet/contracts';
import type { FastifyInstance, LightMyRequestResponse } from 'fastify';
import { cookieOf, type SignedInCaller } from '../../testing/calls.ts';
import { password } from '../../testing/identity-under-test.ts';
import { type Misdeed, type SoftPasskey, softPasskey } from './authenticator.ts';

/** What a browser was given, and the cookie by which it is known again. */
export interface Given<Options> {
  readonly options: Options;
  readonly cookie: string;
}

interface Asking {
  readonly accessToken?: string;
  readonly cookie?: string;
}

export function ask(
  app: FastifyInstance,
  url: string,
  payload: object,
  { accessToken, cookie }: Asking = {},
): Promise<LightMyRequestResponse> {
  return app.inject({
    method: 'POST',
    url,
    payload,
    headers: {
      ...(accessToken === undefined ? {} : { authorization: `Bearer ${accessToken}` }),
      ...(cookie === undefined ? {} : { cookie }),
    },
  });
}

export async function challenge(
  app: FastifyInstance,
  cookie?: string,
): Promise<Given<PasskeyChallengeAnswer>> {
  const response = await ask(
    app,
    '/auth/login/passkey/challenge',
    {},
    cookie === undefined ? {} : { cookie },
  );
  return { options: response.json(), cookie: cookieOf(response) };
}

export async function beginAdding(
  app: FastifyInstance,
  { accessToken }: Pick<SignedInCaller, 'accessToken'>,
  proof: object = { password },
  cookie?: string,
): Promise<Given<BegunPasskey>> {
  const asking = { accessToken, ...(cookie === undefined ? {} : { cookie }) };
  const response = await ask(app, '/auth/factors/passkeys', proof, asking);
  if (response.statusCode !== 200) throw new Error(`Beginning a passkey answered ${response.body}`);
  return { options: response.json(), cookie: cookieOf(response) };
}

/** Sends what an authenticator made; nothing is expected of the answer. */
export async function confirm(
  app: FastifyInstance,
  { accessToken }: Pick<SignedInCaller, 'accessToken'>,
  { options, cookie }: Given<BegunPasskey>,
  { passkey, misdeed }: { readonly passkey: SoftPasskey; readonly misdeed?: Misdeed },
): Promise<LightMyRequestResponse> {
  const credential = passkey.create(options, misdeed);
  return ask(app, '/auth/factors/passkeys/confirm', { credential, name: 'Phone' }, { accessToken, cookie });
}

export async function addPasskey(
  app: FastifyInstance,
  person: Pick<SignedInCaller, 'accessToken'>,
  passkey: SoftPasskey = softPasskey(),
  proof: object = { password },
): Promise<ConfirmedPasskey & { readonly soft: SoftPasskey }> {
  const response = await confirm(app, person, await beginAdding(app, person, proof), { passkey });
  if (response.statusCode !== 200) throw new Error(`Adding a passkey answered ${response.body}`);
  return { ...response.json<ConfirmedPasskey>(), soft: passkey };
}

/** Signs in by the passkey alone, with a new challenge unless one is given. */
export async function enterBy(
  app: FastifyInstance,
  passkey: SoftPasskey,
  misdeed: Misdeed = {},
  given?: Given<PasskeyChallengeAnswer>,
): Promise<LightMyRequestResponse> {
  const { options, cookie } = given ?? (await challenge(app));
  return ask(app, '/auth/login/passkey', { passkey: passkey.get(options, misdeed) }, { cookie });
}
