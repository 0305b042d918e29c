import { addresses, type Clocks, tokenGrantSchema } from '@signet/contracts';
import { readAnswer } from '../client/read-answer.ts';
import { RefusedByServer } from '../client/refused-by-server.ts';
import type { ProveClient } from './client-prover.ts';
import type { ProofMaker } from './proof-maker.ts';
import type { ServiceOptions, ServiceToken } from './service-options.ts';

export interface RequestTokenParts {
  readonly options: ServiceOptions;
  readonly clocks: Clocks;
  readonly prove: ProveClient;
  /** Absent where tokens are not bound. */
  readonly proofs: ProofMaker | undefined;
}

/**
 * One token from the server. A server that first wants a nonce in the proof is asked twice.
 * Rejects with `RefusedByServer`, with `AnswerNotUnderstood`, or with what `fetch` throws where nobody answered in time.
 */
export async function requestToken(
  form: Readonly<Record<string, string>>,
  parts: RequestTokenParts,
): Promise<ServiceToken> {
  const { issuer, deadline = 10_000 } = parts.options;
  const url = new URL(addresses.requestToken.path, issuer);
  const signal = AbortSignal.timeout(deadline);
  const first = await send(url, form, signal, parts);
  try {
    return await tokenOf(first);
  } catch (error) {
    const wantsNonce = error instanceof RefusedByServer && error.code === 'dpop_nonce_needed';
    if (!wantsNonce || parts.proofs?.follow(url, first) !== true) throw error;
  }
  return tokenOf(await send(url, form, signal, parts));
}

async function send(
  url: URL,
  form: Readonly<Record<string, string>>,
  signal: AbortSignal,
  { options, clocks, prove, proofs }: RequestTokenParts,
): Promise<Response> {
  const { fetch = globalThis.fetch } = options;
  const proof = await prove(Math.floor(clocks.wall() / 1000));
  return fetch(url, {
    method: 'POST',
    headers: {
      accept: 'application/json',
      'content-type': 'application/x-www-form-urlencoded',
      ...proof.headers,
      ...(proofs === undefined ? {} : { dpop: await proofs.prove('POST', url) }),
    },
    body: new URLSearchParams({ ...form, ...proof.form }).toString(),
    // A redirect would carry the proof to a place nobody named.
    redirect: 'error',
    signal,
  });
}

async function tokenOf(response: Response): Promise<ServiceToken> {
  const granted = await readAnswer(response, tokenGrantSchema);
  const { access_token: accessToken, token_type: tokenType, expires_in, scope = '' } = granted;
  const scopes = scope.split(' ').filter((each) => each !== '');
  return { accessToken, tokenType, scopes, lifetime: expires_in * 1000 };
}
