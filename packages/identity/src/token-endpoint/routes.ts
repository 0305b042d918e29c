import { type AnswerRefusal, addresses, asOAuth, refusal } from '@signet/contracts';
import { answerProblems, type Handlers, serveEndpoints, serveNothingElse } from '@signet/http';
import type { FastifyPluginAsync, FastifyRequest } from 'fastify';
import type { CertificateDoor } from '../certificates/certificate-door.ts';
import { type RequestDeviceParts, requestDevice } from '../device/request-device.ts';
import { offerNonces, proofIn } from '../dpop/offer-nonces.ts';
import { denyBy } from '../http/deny.ts';
import { allowAppPages } from '../oidc/allow-app-pages.ts';
import { type FollowRevocationsParts, followRevocations } from '../revocations/follow-revocations.ts';
import type { RevocationNews } from '../revocations/revocation-news.ts';
import { acceptForm } from './accept-form.ts';
import { type GrantParts, grantToken, type RequestFrom } from './grant-token.ts';
import { introspectToken } from './introspect-token.ts';
import { type PushRequestParts, pushRequest } from './push-request.ts';
import { type RevokeTokenParts, revokeToken } from './revoke-token.ts';

/** Those of the table that stand in `/oauth` and take a form. */
export type OAuthEndpoint =
  | 'requestToken'
  | 'pushRequest'
  | 'requestDevice'
  | 'introspectToken'
  | 'revokeToken'
  | 'followRevocations';

export interface TokenRouteParts
  extends GrantParts,
    RevokeTokenParts,
    PushRequestParts,
    RequestDeviceParts,
    FollowRevocationsParts {
  readonly answerRefusal: AnswerRefusal;
  readonly revocationNews: RevocationNews;
  /** Absent where no client shows a certificate. */
  readonly certificateDoor?: CertificateDoor;
}

/** Where clients may come with certificates: these, and what tells of the person. */
export const certificatePaths: readonly string[] = [
  addresses.requestToken,
  addresses.pushRequest,
  addresses.requestDevice,
  addresses.introspectToken,
  addresses.revokeToken,
  addresses.followRevocations,
  addresses.readUserInfo,
].map(({ path }) => path);

/** What pages of public clients ask for. */
const pathsOfPages = [addresses.requestToken, addresses.pushRequest, addresses.revokeToken].map(
  ({ path }) => path,
);

/** All of `/oauth`, which speaks as RFC 6749 §5 says: forms in, JSON out, refusals with `error`. */
export function tokenRoutes(parts: TokenRouteParts): FastifyPluginAsync {
  return async (app) => {
    acceptForm(app);
    offerNonces(app, parts.proofNonces);
    allowAppPages(app, pathsOfPages, parts.clients);
    const sendProblem = answerProblems(app, asOAuth(parts.answerRefusal, parts.issuer));
    const deny = denyBy(sendProblem);
    app.addHook('onRequest', async (_request, reply) => void reply.header('cache-control', 'no-store'));

    const handlers: Handlers<OAuthEndpoint> = {
      async requestToken({ body }, { request, reply }) {
        const outcome = await grantToken(body, cameFrom(request, parts), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async pushRequest({ body }, { request, reply }) {
        const outcome = await pushRequest(body, cameFrom(request, parts), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async requestDevice({ body }, { request, reply }) {
        const outcome = await requestDevice(body, cameFrom(request, parts), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async introspectToken({ body }, { request, reply }) {
        const outcome = await introspectToken(body, cameFrom(request, parts), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async revokeToken({ body }, { request, reply }) {
        const outcome = await revokeToken(body, cameFrom(request, parts), parts);
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
      async followRevocations({ body }, { request, reply }) {
        const outcome = await followRevocations(body, cameFrom(request, parts), parts, (turn) => {
          reply.raw.once('close', () => (reply.raw.writableEnded ? turn.answered() : turn.lost()));
        });
        return outcome.kind === 'denied' ? deny(reply, outcome) : outcome.value;
      },
    };
    // Who waits for news must not hold up a server that stops.
    app.addHook('preClose', async () => parts.revocationNews.close());
    serveEndpoints(app, handlers);
    serveNothingElse(app, handlers, (reply) => sendProblem(reply, refusal('not_found.auth')));
  };
}

function cameFrom({ headers, ip, raw }: FastifyRequest, { certificateDoor }: TokenRouteParts): RequestFrom {
  const certificate = certificateDoor?.presented(raw);
  return { authorization: headers.authorization, proof: proofIn(headers), certificate, address: ip };
}
