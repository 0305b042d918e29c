import { type Address, refusal } from '@signet/contracts';
import { isOfBrowser } from '@signet/http';
import type { FastifyRequest } from 'fastify';
import type { ClientDirectory, RegisteredClient } from '../clients/registered-client.ts';
import { proofIn } from '../dpop/offer-nonces.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import { type ProvenKeyParts, provenKey } from '../token-endpoint/proven-key.ts';
import type { Binding } from '../tokens/binding.ts';

/** An app of the house on a device: its refresh token comes and goes in the body. */
export interface NativeApp {
  readonly client: RegisteredClient;
  /** To what its tokens are to be bound, where it proved a key. */
  readonly proofKey: Binding | undefined;
}

export interface NativeClientParts {
  readonly clients: ClientDirectory;
  /** That of the refresh token. */
  readonly cookie: HostCookie;
}

export interface NativeAppParts extends NativeClientParts, ProvenKeyParts {}

/**
 * The client that a request names as the app it comes from. Never of a page: a script that got into one cannot leave out what
 * its browser adds, so it gets no token where the cookie hides one. Nor beside the cookie of a session, which no app holds.
 */
export async function nativeClient(
  id: string,
  { headers }: Pick<FastifyRequest, 'headers'>,
  parts: NativeClientParts,
): Promise<Outcome<RegisteredClient>> {
  if (isOfBrowser(headers)) return ofPage;
  if (parts.cookie.read(headers.cookie) !== undefined) return besideCookie;
  const client = await parts.clients.find(id);
  const isNative = client?.native === true && client.firstParty && client.type === 'public';
  return isNative ? passed(client) : notNative;
}

/** The same, with the key that it proved, which one that is to have bound tokens must. */
export async function nativeApp(
  id: string,
  request: Pick<FastifyRequest, 'headers'>,
  { path }: Pick<Address, 'path'>,
  parts: NativeAppParts,
): Promise<Outcome<NativeApp>> {
  const client = await nativeClient(id, request, parts);
  if (client.kind === 'denied') return client;
  const shown = { proof: proofIn(request.headers), certificate: undefined };
  const proofKey = await provenKey(shown, client.value, path, parts);
  return proofKey.kind === 'denied' ? proofKey : passed({ client: client.value, proofKey: proofKey.value });
}

const ofPage: Denied = denied(refusal('body_token_refused.page'));
const besideCookie: Denied = denied(refusal('body_token_refused.cookie'));
const notNative: Denied = denied(refusal('client_not_native'));
