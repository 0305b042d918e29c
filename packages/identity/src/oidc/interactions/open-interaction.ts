import {
  type AccountId,
  type InteractionAnswer,
  type OrganizationId,
  parseId,
  type SessionId,
} from '@signet/contracts';
import type { HostCookie } from '../../http/host-cookie.ts';
import type { EngineDocument, KeptDocument, KeptDocuments } from '../kept-document.ts';
import { wantsSecondFactor } from '../step-up.ts';

/** A question to a person, as far as it matters to who answers it. */
export interface OpenInteraction {
  readonly uid: string;
  readonly prompt: InteractionAnswer['prompt'];
  /** The app wants the person to sign in now, whoever is signed in already. */
  readonly wantsNewSignIn: boolean;
  /** The app asks for two factors, of whoever has them. */
  readonly wantsSecondFactor: boolean;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience?: string;
  /** In the name of which the person is asked to agree. */
  readonly organization?: OrganizationId;
  /** Where the answer goes. */
  readonly redirectUri: string;
  readonly loginHint?: string;
  /** Who is signed in in this browser, to the engine. */
  readonly signedIn?: { readonly sid: SessionId; readonly accountId: AccountId };
  readonly kept: KeptDocument;
}

/**
 * The question with this id, if it was asked in this browser: its cookie holds the id too, so that nobody can have another
 * person answer a question that they were asked themselves.
 */
export async function openInteraction(
  uid: string,
  cookieHeader: string | undefined,
  parts: { readonly interactions: KeptDocuments; readonly interactionCookie: HostCookie },
): Promise<OpenInteraction | undefined> {
  if (parts.interactionCookie.read(cookieHeader) !== uid) return undefined;
  const kept = await parts.interactions.find(uid);
  if (kept === undefined || kept.document['result'] !== undefined) return undefined;
  const { prompt: asked, params: given, session: browser } = kept.document;
  const [prompt, params, session] = [membersOf(asked), membersOf(given), membersOf(browser)];
  const [sid, accountId] = [parseId('session', session['uid']), parseId('account', session['accountId'])];
  const organization = parseId('organization', membersOf(prompt['details'])['organization']);
  const reasons = Array.isArray(prompt['reasons']) ? prompt['reasons'] : [];
  return {
    uid,
    prompt: prompts.find((name) => name === prompt['name']) ?? 'login',
    wantsNewSignIn: reasons.some((reason) => reason !== 'no_session'),
    wantsSecondFactor: wantsSecondFactor(params['acr_values']),
    askedAt: kept.keptAt,
    clientId: String(params['client_id']),
    redirectUri: String(params['redirect_uri']),
    scopes: textOf(params['scope'])?.split(' ') ?? [],
    ...named('audience', textOf([params['resource']].flat()[0])),
    ...named('loginHint', textOf(params['login_hint'])),
    ...(organization === undefined ? {} : { organization }),
    ...(sid === undefined || accountId === undefined ? {} : { signedIn: { sid, accountId } }),
    kept,
  };
}

const prompts: readonly InteractionAnswer['prompt'][] = ['login', 'organization', 'consent'];

function membersOf(value: unknown): EngineDocument {
  return typeof value === 'object' && value !== null ? (value as EngineDocument) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

function named<Name extends string>(
  name: Name,
  value: string | undefined,
): { readonly [Key in Name]?: string } {
  return value === undefined ? {} : ({ [name]: value } as { readonly [Key in Name]: string });
}
