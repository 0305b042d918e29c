import { createPublicKey, type KeyObject } from 'node:crypto';
import type { EventEmitter } from 'node:events';
import type { IncomingMessage, ServerResponse } from 'node:http';
import {
  adminAudience,
  type OrganizationId,
  parseId,
  refusal,
  SignetError,
  type SignetRefusal,
} from '@signet/contracts';
import type { KoaContextWithOIDC, Provider } from 'oidc-provider';
import { agreedBefore, type ConsentParts, scopesToAgreeTo } from '../consents/standing-consent.ts';
import type { Keys } from '../keys/key-ring.ts';
import type { PublicJwk } from '../keys/open-keys.ts';
import { authorizePath, deviceDonePath, interactionPath, pageOf, pushedRequestPath } from './addresses.ts';
import { askedAudience } from './asked-audience.ts';
import { chosenBefore, chosenIn, rememberChoice } from './chosen-organization.ts';
import { protocolCookieNames } from './cookie-names.ts';
import { type EngineAdapterParts, engineAdapter } from './engine-adapter.ts';
import type { ShowFailure } from './failure-page.ts';
import { identityScopes } from './identity-scopes.ts';
import {
  type OrganizationOfSignIn,
  type OrganizationOfSignInParts,
  organizationOfSignIn,
} from './organization-of-sign-in.ts';
import { browserSeconds, isTooLongAgo, secondsFor } from './sign-in-policy.ts';
import { assurances, canStepUp, type StepUpParts, wantsSecondFactor } from './step-up.ts';

/** Serves `/oauth/authorize` and what lies below it, on a request of which nothing was read and nothing answered. */
export type ServeAuthorization = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

const engine = await loadEngine();
const { errors, ExternalSigningKey, interactionPolicy } = engine;

export interface EngineParts
  extends Omit<EngineAdapterParts, 'algorithm' | 'usedBefore' | 'organization'>,
    OrganizationOfSignInParts,
    ConsentParts,
    StepUpParts {
  readonly issuer: string;
  readonly keys: { now(): Promise<Keys> };
  /** Shows what cannot be told to the app, because there is none to go back to. */
  readonly showFailure: ShowFailure;
  readonly reportFault: (error: unknown) => void;
}

/**
 * The protocol engine: checks requests of apps, asks who the person is, and hands out codes. This file is the only one
 * that knows it. Its keys are fixed when it is built (trap 3), so that it is built anew when ours change.
 */
export function createEngine(parts: EngineParts): ServeAuthorization {
  let built: { readonly of: string; readonly serve: ReturnType<Provider['callback']> } | undefined;
  return async (request, response) => {
    // A key that was revoked elsewhere vouches for no `id_token_hint` any more.
    await parts.replica.catchUp();
    const keys = await parts.keys.now();
    const of = keys.jwks.keys.map(({ kid }) => kid).join(' ') + keys.signing.kid;
    if (built?.of !== of) built = { of, serve: build(keys, parts).callback() };
    speakAs(parts.issuer, request);
    await built.serve(request, response);
  };
}

/**
 * The engine takes scheme and host from the request to tell where it stands and whether cookies are safe. What the
 * request says of that is replaced by what is known: a proxy may have ended TLS (trap 7), and anyone can write a header.
 */
function speakAs(issuer: string, { headers }: IncomingMessage): void {
  const { protocol, host } = new URL(issuer);
  headers['x-forwarded-proto'] = protocol.slice(0, -1);
  headers['x-forwarded-host'] = host;
}

function build(keys: Keys, parts: EngineParts): Provider {
  const usedBefore = () => new errors.InvalidRequestUri('request_uri was used before');
  const organization = () => decidedIn(engine.Provider.ctx?.oidc);
  const adapterParts = { ...parts, algorithm: keys.signing.algorithm, usedBefore, organization };
  const provider = new engine.Provider(parts.issuer, {
    adapter: (model: string) => engineAdapter(model, adapterParts),
    clients: [],
    jwks: { keys: keys.jwks.keys.map((jwk) => new PublishedKey(jwk)) },
    routes: { authorization: authorizePath, pushed_authorization_request: pushedRequestPath },
    cookies: {
      names: protocolCookieNames(parts.issuer),
      long: { httpOnly: true, sameSite: 'lax', path: '/' },
      short: { httpOnly: true, sameSite: 'lax' },
    },
    scopes: [...identityScopes],
    acrValues: [...assurances],
    extraParams: ['organization'],
    responseTypes: ['code'],
    clientAuthMethods: ['none'],
    pkce: { required: () => true },
    ttl: {
      AuthorizationCode: secondsFor.code,
      Interaction: secondsFor.interaction,
      Session: () => browserSeconds(parts.configuration()),
    },
    features: {
      devInteractions: { enabled: false },
      // For `dpop_jkt` alone: proofs are checked where tokens are given out.
      dPoP: { enabled: true },
      // Reached by `push-request.ts` alone, which has authenticated the client.
      pushedAuthorizationRequests: { enabled: true },
      rpInitiatedLogout: { enabled: false },
      userinfo: { enabled: false },
      externalSigningSupport: { enabled: true, ack: 'experimental-01' },
      resourceIndicators: resources(parts),
    },
    interactions: { policy: policy(parts), url: (_ctx, { uid }) => interactionPath(uid) },
    findAccount: (_ctx, accountId) => ({ accountId, claims: () => ({ sub: accountId }) }),
    loadExistingGrant: (ctx) => grantOf(ctx, parts),
    renderError: (ctx, _out, error) => renderFailure(ctx, error, parts),
  });
  provider.proxy = true;
  provider.use(leadToPage);
  provider.on('server_error', (_ctx, error) => parts.reportFault(error));
  const koa: EventEmitter = provider;
  koa.on('error', (error) => parts.reportFault(error));
  return provider;
}

/** By which it checks the tokens that it is shown (`id_token_hint`). It signs nothing. */
class PublishedKey extends ExternalSigningKey {
  readonly #jwk: PublicJwk;
  readonly #key: KeyObject;

  constructor(jwk: PublicJwk) {
    super();
    this.#jwk = jwk;
    this.#key = createPublicKey({ key: { ...jwk }, format: 'jwk' });
  }

  override get kid(): string {
    return this.#jwk.kid;
  }

  override get alg(): string {
    return this.#jwk.alg;
  }

  override keyObject(): KeyObject {
    return this.#key;
  }

  override sign(): never {
    throw new Error('The engine signs nothing here.');
  }
}

/** What the cookie of a question is bound to is where it is answered; the person goes to the page that asks it. */
async function leadToPage(ctx: KoaContextWithOIDC, next: () => Promise<void>): Promise<void> {
  await next();
  const page = pageOf(ctx.response.get('location'));
  if (page !== undefined) ctx.redirect(page);
}

/** RFC 8707. One API a sign-in: the one that is named, or the client's first. */
function resources({ clients, issuer }: EngineParts) {
  return {
    enabled: true,
    async defaultResource(_ctx: unknown, { clientId }: { readonly clientId: string }) {
      return (await clients.find(clientId))?.audiences[0];
    },
    async getResourceServerInfo(
      { oidc }: KoaContextWithOIDC,
      indicator: string,
      { clientId }: { readonly clientId: string },
    ) {
      const client = await clients.find(clientId);
      const several = Array.isArray(oidc.params?.['resource']) && oidc.params['resource'].length > 1;
      // As at the other grants: the admin API is for people, and no client gets a token for it.
      const isOfAdmin = indicator === adminAudience(issuer);
      if (several || isOfAdmin || !client?.audiences.includes(indicator)) throw new errors.InvalidTarget();
      return { scope: client.scopes.join(' '), audience: indicator };
    },
    useGrantedResource: () => false,
  };
}

function policy(parts: EngineParts) {
  const { wall } = parts;
  const { base, Check, Prompt } = interactionPolicy;
  const prompts = base();
  const login = prompts.get('login');
  login?.checks.remove('max_age');
  login?.checks.add(
    new Check('max_age', 'the person signed in too long ago', 'login_required', ({ oidc }) => {
      const maxAge = oidc.params?.['max_age'];
      const authTime = oidc.session?.authTime();
      if (maxAge === undefined || authTime === undefined || oidc.result?.login !== undefined) return false;
      return isTooLongAgo(authTime, Number(maxAge), wall);
    }),
  );
  login?.checks.add(
    new Check('acr', 'the app asks for a second factor', 'login_required', async ({ oidc }) => {
      const accountId = parseId('account', oidc.session?.accountId);
      if (accountId === undefined || oidc.result?.login !== undefined) return false;
      return wantsSecondFactor(oidc.params?.['acr_values']) && canStepUp({ acr: oidc.acr, accountId }, parts);
    }),
  );
  prompts.remove('consent');
  prompts.add(organizationPrompt());
  prompts.add(
    new Prompt(
      { name: 'consent', requestable: true },
      // The screen names it.
      ({ oidc }) => ({ organization: decidedIn(oidc) }),
      new Check('not_agreed', 'the person has not agreed yet', ({ oidc }) => lacksConsent(oidc, parts)),
    ),
  );
  return prompts;
}

/** What was agreed to on whatever browser counts; an app of the house asks for nothing. */
async function lacksConsent(oidc: Context, parts: EngineParts): Promise<boolean> {
  const client = await parts.clients.find(oidc.client?.clientId ?? '');
  const accountId = parseId('account', oidc.session?.accountId);
  if (client?.firstParty === true) return false;
  if (client === undefined || accountId === undefined) return true;
  const organization = decidedIn(oidc);
  const place = {
    accountId,
    clientId: client.id,
    audience: askedAudience(oidc.params ?? {}, client),
    ...(organization === undefined ? {} : { organization }),
  };
  const redirectUri = String(oidc.params?.['redirect_uri']);
  const to = { client, redirectUri, ownAddress: parts.issuer + deviceDonePath };
  const agreed = await agreedBefore(place, to, parts);
  const wanted = scopesToAgreeTo(askedScopes(oidc), client);
  return agreed === undefined || !wanted.every((scope) => agreed.scopes.includes(scope));
}

/** Asked for by an app (`prompt=organization`) it is asked where it is open alone, and not of who is in none. */
function organizationPrompt() {
  const { Check, Prompt } = interactionPolicy;
  const prompt = new Prompt(
    { name: organizationPromptName, requestable: true },
    new Check('organization_open', nameOne, ({ oidc }) => {
      const decision = decisions.get(oidc);
      if (decision?.kind === 'refused') throw new errors.AccessDenied(decision.detail);
      return decision?.kind === 'open';
    }),
  );
  prompt.checks.remove(`${organizationPromptName}_prompt`);
  return prompt;
}

const organizationPromptName = 'organization';

type Context = KoaContextWithOIDC['oidc'];

/**
 * What the app may have once nobody is asked any more. Kept nowhere: our own grant is made when the code is exchanged,
 * and a sign-in is tied to our session here, before anything is decided on it.
 */
async function grantOf({ oidc }: KoaContextWithOIDC, parts: EngineParts) {
  const { client, session, result, params, account } = oidc;
  if (client === undefined || session === undefined || account === undefined) return undefined;
  const sid = result?.login?.['sid'];
  if (typeof sid === 'string') session.uid = sid;
  await decideOrganization(oidc, parts);
  const grant = new oidc.provider.Grant({ accountId: account.accountId, clientId: client.clientId });
  const asked = String(params?.['scope'] ?? '');
  grant.addOIDCScope(asked);
  for (const indicator of Object.keys(oidc.resourceServers ?? {})) grant.addResourceScope(indicator, asked);
  return grant;
}

/** Of each request under way: of which organisation it is. */
const decisions = new WeakMap<Context, OrganizationOfSignIn>();

/** After who signs in is known: what they are in is asked anew each time, so that whoever left one is not let in again. */
async function decideOrganization(oidc: Context, parts: EngineParts): Promise<void> {
  const client = await parts.clients.find(oidc.client?.clientId ?? '');
  const accountId = parseId('account', oidc.account?.accountId);
  if (client === undefined || accountId === undefined) return;
  const asked = oidc.params?.['organization'];
  const named = asked === undefined || asked === '' ? undefined : String(asked);
  const isAsked = oidc.prompts.has(organizationPromptName);
  const kept = authorizationOf(oidc);
  const chosenNow = chosenIn(oidc.result);
  const chosen = chosenNow !== undefined || isAsked ? chosenNow : chosenBefore(kept);
  decisions.set(oidc, await organizationOfSignIn({ client, accountId, named, chosen, isAsked }, parts));
  if (chosenNow !== undefined) rememberChoice(kept, decidedIn(oidc));
}

function decidedIn(oidc: Context | undefined): OrganizationId | undefined {
  const decision = oidc && decisions.get(oidc);
  return decision?.kind === 'decided' ? decision.organization : undefined;
}

const nameOne = 'the person is in several organizations: name one in organization';

function askedScopes({ params }: Context): readonly string[] {
  return String(params?.['scope'] ?? '').split(' ');
}

/** What the engine remembers of this app in this browser; it is gone when the sign-in is. */
function authorizationOf({ session, client }: Context): Record<string, unknown> {
  if (session === undefined || client === undefined) return {};
  session.authorizations ??= {};
  session.authorizations[client.clientId] ??= {};
  return session.authorizations[client.clientId] as Record<string, unknown>;
}

function renderFailure(ctx: KoaContextWithOIDC, error: unknown, { showFailure }: EngineParts): void {
  const acceptLanguage = ctx.get('accept-language');
  const page = showFailure(refusalOf(error), { method: ctx.method, url: ctx.url, acceptLanguage });
  ctx.status = page.status;
  ctx.set(page.headers);
  ctx.body = page.html;
}

function refusalOf(error: unknown): SignetRefusal {
  if (error instanceof SignetError) return error.refusal;
  if (error instanceof errors.InvalidClient) return refusal('authorization_request_invalid.client');
  if (error instanceof errors.InvalidRedirectUri)
    return refusal('authorization_request_invalid.redirect_uri');
  if (error instanceof errors.SessionNotFound) return refusal('authorization_request_invalid.expired');
  if (!(error instanceof errors.OIDCProviderError)) return refusal('internal_error.server');
  const { error_description: detail } = error;
  return refusal('authorization_request_invalid.other', { detail: detail ?? error.error });
}

/** It warns of any Node that has no codename yet, which ours has only some months after it is pinned here. */
async function loadEngine(): Promise<typeof import('oidc-provider')> {
  const { warn } = console;
  console.warn = (...given: readonly unknown[]) => {
    if (!String(given[0]).includes('Unsupported runtime')) warn(...given);
  };
  try {
    return await import('oidc-provider');
  } finally {
    console.warn = warn;
  }
}
