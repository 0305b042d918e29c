import { parseId, type SessionId } from '@signet/contracts';
import type { ClientDirectory, RegisteredClient } from '../../clients/registered-client.ts';
import type { HostCookie } from '../../http/host-cookie.ts';
import type { SessionEnder } from '../../sessions/end-session.ts';
import type { KeptDocuments } from '../kept-document.ts';
import { type LogoutHint, type ReadHintParts, readHint } from './read-hint.ts';

/** RP-Initiated Logout 1.0 §2. What else may come is ignored. */
export interface EndSessionRequest {
  readonly id_token_hint?: string;
  readonly client_id?: string;
  readonly post_logout_redirect_uri?: string;
  readonly state?: string;
}

export interface EndSessionParts extends ReadHintParts {
  readonly clients: ClientDirectory;
  readonly browsers: KeptDocuments;
  readonly browserCookie: HostCookie;
  readonly endSession: SessionEnder;
}

export type EndSessionAnswer =
  /** Nobody says so but a link that anybody may have written: the person is asked. */
  | { readonly kind: 'ask'; readonly client?: RegisteredClient }
  | { readonly kind: 'redirect'; readonly to: string }
  | { readonly kind: 'over'; readonly back?: { readonly client: RegisteredClient; readonly to: string } };

/**
 * Ends the session of this browser for an app that asks, with all that came of it at every app and gateway. The app proves
 * by an ID token of that very session that its person asks; else the person is asked, so that no link logs anybody out.
 * @param agreed The person was asked, on our own page.
 */
export async function endSessionFor(
  request: EndSessionRequest,
  from: { readonly cookieHeader: string | undefined; readonly agreed: boolean },
  parts: EndSessionParts,
): Promise<EndSessionAnswer> {
  const hint = await provenHint(request, parts);
  const client = await parts.clients.find(hint?.clientId ?? request.client_id ?? '');
  const held = parts.browserCookie.read(from.cookieHeader);
  const secret = held === 'several' ? undefined : held;
  const browser = secret === undefined ? undefined : await sessionOf(secret, parts.browsers);
  if (browser !== undefined && !from.agreed && hint?.sid !== browser) {
    return { kind: 'ask', ...(client === undefined ? {} : { client }) };
  }
  for (const sid of new Set([hint?.sid, browser])) if (sid) await parts.endSession(sid, 'logout');
  if (secret !== undefined) await parts.browsers.remove(secret);
  const to = wayBack(request, client);
  if (client === undefined || to === undefined) return { kind: 'over' };
  return hint !== undefined && !from.agreed
    ? { kind: 'redirect', to }
    : { kind: 'over', back: { client, to } };
}

async function provenHint(
  request: EndSessionRequest,
  parts: EndSessionParts,
): Promise<LogoutHint | undefined> {
  const hint = await readHint(request.id_token_hint, parts);
  return request.client_id === undefined || request.client_id === hint?.clientId ? hint : undefined;
}

async function sessionOf(secret: string, browsers: KeptDocuments): Promise<SessionId | undefined> {
  return parseId('session', (await browsers.find(secret))?.document['uid']);
}

/** Only where the app said beforehand that it may lead, character by character. */
function wayBack(request: EndSessionRequest, client: RegisteredClient | undefined): string | undefined {
  const { post_logout_redirect_uri: asked, state } = request;
  if (asked === undefined || !client?.postLogoutRedirectUris.includes(asked)) return undefined;
  const url = new URL(asked);
  if (state !== undefined) url.searchParams.set('state', state);
  return url.href;
}
