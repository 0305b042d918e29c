import { type AnswerRefusal, type IdentityExchanges, refusal } from '@signet/contracts';
import {
  acceptJson,
  answerProblems,
  type Handlers,
  refuseForeignPage,
  serveEndpoints,
  serveNothingElse,
} from '@signet/http';
import type { FastifyPluginAsync } from 'fastify';
import { type AddressRouteParts, addressRoutes } from '../addresses/routes.ts';
import {
  type SelfRegistrationEndpoint,
  type SelfRegistrationRouteParts,
  selfRegistrationRoutes,
} from '../client-registration/routes.ts';
import { type ConsentRouteParts, consentRoutes } from '../consents/routes.ts';
import type { AnswerDeviceParts } from '../device/answer-device.ts';
import { deviceEndRoutes, deviceRoutes } from '../device/routes.ts';
import { offerNonces } from '../dpop/offer-nonces.ts';
import { type EmailSignInRouteParts, emailSignInRoutes } from '../email-sign-in/routes.ts';
import { type OwnFactorsRouteParts, ownFactorsRoutes } from '../factors/routes.ts';
import type { PublishedDocuments } from '../keys/published-documents.ts';
import { keyRoutes } from '../keys/routes.ts';
import { type LoginRouteParts, loginRoutes } from '../login/routes.ts';
import type { LogoutParts } from '../logout/logout.ts';
import { logoutRoutes } from '../logout/routes.ts';
import { authorizeRoutes } from '../oidc/authorize-routes.ts';
import { type EndSessionRouteParts, endSessionRoutes } from '../oidc/end-session/routes.ts';
import type { ServeAuthorization } from '../oidc/engine.ts';
import type { ShowFailure } from '../oidc/failure-page.ts';
import { type InteractionRouteParts, interactionRoutes } from '../oidc/interactions/routes.ts';
import { type UserInfoParts, userInfoRoutes } from '../oidc/user-info.ts';
import { type InvitationRouteParts, invitationRoutes } from '../organizations/invitation-routes.ts';
import {
  type OwnOrganizationsRouteParts,
  ownOrganizationsRoutes,
} from '../organizations/own-organizations.ts';
import { type OwnAccountRouteParts, ownAccountRoutes } from '../own-account/routes.ts';
import { type OwnSessionsRouteParts, ownSessionsRoutes } from '../own-sessions/routes.ts';
import { type PasskeyRouteParts, passkeyRoutes } from '../passkeys/routes.ts';
import { type PasswordRouteParts, passwordRoutes } from '../passwords/routes.ts';
import { type OwnProviderRouteParts, ownProviderRoutes } from '../providers/own-routes.ts';
import { type ProviderRouteParts, providerCallbackRoutes, providerRoutes } from '../providers/routes.ts';
import { type CsrfRouteParts, csrfRoutes } from '../refresh/csrf-routes.ts';
import type { RefreshParts } from '../refresh/refresh.ts';
import { refreshRoutes } from '../refresh/routes.ts';
import { type RegistrationRouteParts, registrationRoutes } from '../registration/routes.ts';
import { type OAuthEndpoint, type TokenRouteParts, tokenRoutes } from '../token-endpoint/routes.ts';
import { type ToolTokenRouteParts, toolTokenRoutes } from '../tool-tokens/routes.ts';
import { denyBy } from './deny.ts';
import { answerPreflights, letOwnAppRead } from './own-apps.ts';

export interface RouteParts
  extends LoginRouteParts,
    RefreshParts,
    CsrfRouteParts,
    LogoutParts,
    TokenRouteParts,
    InteractionRouteParts,
    OwnSessionsRouteParts,
    OwnOrganizationsRouteParts,
    ConsentRouteParts,
    InvitationRouteParts,
    OwnAccountRouteParts,
    OwnFactorsRouteParts,
    PasskeyRouteParts,
    AddressRouteParts,
    PasswordRouteParts,
    RegistrationRouteParts,
    ProviderRouteParts,
    EmailSignInRouteParts,
    OwnProviderRouteParts,
    ToolTokenRouteParts,
    UserInfoParts,
    AnswerDeviceParts,
    SelfRegistrationRouteParts,
    EndSessionRouteParts {
  readonly configuration: LoginRouteParts['configuration'];
  readonly devices: LoginRouteParts['devices'];
  readonly passkeys: LoginRouteParts['passkeys'];
  readonly secondFactors: LoginRouteParts['secondFactors'];
  readonly accounts: LoginRouteParts['accounts'];
  readonly toolTokens: ToolTokenRouteParts['toolTokens'];
  readonly organizations: InvitationRouteParts['organizations'];
  readonly showFailure: ShowFailure;
  readonly serveAuthorization: ServeAuthorization;
  readonly answerRefusal: AnswerRefusal;
  readonly documents: PublishedDocuments;
}

/** Of a body; far above the longest username and two passwords. */
const mostBytes = 16_384;

/** The HTTP face of the identity provider: the features that have one. */
export function identityRoutes(parts: RouteParts): FastifyPluginAsync {
  return async (app) => {
    serveEndpoints(app, keyRoutes(parts.documents));
    await app.register(authRoutes(parts));
    await app.register(providerCallbackRoutes(parts));
    await app.register(authorizeRoutes(parts.serveAuthorization));
    await app.register(endSessionRoutes(parts));
    await app.register(userInfoRoutes(parts));
    await app.register(selfRegistrationRoutes(parts));
    await app.register(deviceEndRoutes(parts));
    await app.register(tokenRoutes(parts));
  };
}

/** Those of the table that stand in `/auth`. */
type AuthEndpoint = Exclude<
  keyof IdentityExchanges,
  keyof ReturnType<typeof keyRoutes> | OAuthEndpoint | SelfRegistrationEndpoint | 'readUserInfo'
>;

/** What all of `/auth` has in common, then feature by feature. */
function authRoutes(parts: RouteParts): FastifyPluginAsync {
  return async (app) => {
    acceptJson(app, { mostBytes });
    const sendProblem = answerProblems(app, parts.answerRefusal);
    const deny = denyBy(sendProblem);
    offerNonces(app, parts.proofNonces);

    app.addHook('onRequest', async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const ownApp = await letOwnAppRead(request, reply, parts.clients);
      // A browser only asks whether it may; what it then sends is refused in words that the app can read.
      if (request.method === 'OPTIONS') return;
      const foreign = refuseForeignPage(request.headers, parts.issuer, ownApp);
      if (foreign !== undefined) return sendProblem(reply, foreign);
    });

    const handlers: Handlers<AuthEndpoint> = {
      ...loginRoutes(parts, deny),
      ...refreshRoutes(parts, deny),
      ...csrfRoutes(parts, deny),
      ...logoutRoutes(parts, deny),
      ...interactionRoutes(parts, deny),
      ...ownSessionsRoutes(parts, deny),
      ...ownOrganizationsRoutes(parts, deny),
      ...deviceRoutes(parts, deny),
      ...consentRoutes(parts, deny),
      ...invitationRoutes(parts, deny),
      ...ownAccountRoutes(parts, deny),
      ...ownFactorsRoutes(parts, deny),
      ...passkeyRoutes(parts, deny),
      ...addressRoutes(parts, deny),
      ...passwordRoutes(parts, deny),
      ...registrationRoutes(parts, deny),
      ...providerRoutes(parts, deny),
      ...emailSignInRoutes(parts, deny),
      ...ownProviderRoutes(parts, deny),
      ...toolTokenRoutes(parts, deny),
    };
    serveEndpoints(app, handlers);
    answerPreflights(app);
    serveNothingElse(app, handlers, (reply) => sendProblem(reply, notFound));
  };
}

const notFound = refusal('not_found.auth');
