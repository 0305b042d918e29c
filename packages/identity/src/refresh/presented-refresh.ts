import type { IncomingHttpHeaders } from 'node:http';
import { builtInClient, type IdentityConfiguration, type OrganizationId, refusal } from '@signet/contracts';
import type { CsrfTokens } from '../http/csrf-tokens.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import type { NativeApp } from '../native/native-app.ts';
import { isNativeSession } from '../native/native-session.ts';
import {
  checkOrganizationOfClient,
  type OrganizationOfTokenParts,
} from '../organizations/organization-of-token.ts';
import { type Denied, denied, type Outcome, passed } from '../outcome.ts';
import type { FamilyStore } from '../ports/index.ts';
import type { RevocationReplica } from '../revocations/revocation-replica.ts';
import { toSeconds } from '../seconds.ts';
import { isRefreshSecret, type RefreshSecret } from '../sessions/refresh-secret.ts';
import type { Binding } from '../tokens/binding.ts';
import { type GivenFor, givenToNative, givenToOwnPages } from './given-for.ts';
import { readRefreshSecret } from './read-refresh-secret.ts';
import type { PresentedLineage } from './rotate.ts';

/** A refresh token as it came to `/auth/refresh`. */
export interface PresentedRefresh {
  readonly secret: RefreshSecret;
  /** Whose it must be. */
  readonly clientId: string;
  readonly givenFor: GivenFor;
  /** What was proved beside it, which the access token is bound to. */
  readonly proofKey: Binding | undefined;
  /** Whether who presents it may, of what was found for it; asked before anything is changed or handed out again. */
  readonly admit: (found: PresentedLineage) => Promise<Outcome<undefined>>;
  /** Of which organisation its client may have the next token. */
  readonly fits: (organization: OrganizationId | undefined) => Promise<Outcome<undefined>>;
}

/** In the cookie, where a page has to prove that it reads our answers. */
export function presentedInCookie(
  headers: IncomingHttpHeaders,
  parts: {
    readonly cookie: HostCookie;
    readonly csrf: CsrfTokens;
    readonly issuer: string;
    readonly configuration: () => IdentityConfiguration;
  },
): Outcome<PresentedRefresh> {
  const secret = readRefreshSecret(headers.cookie, parts.cookie);
  if (secret.kind === 'denied') return secret;
  return passed({
    secret: secret.value,
    clientId: builtInClient,
    givenFor: givenToOwnPages(parts),
    proofKey: undefined,
    admit: async ({ session }) => parts.csrf.check(headers, session.id),
    fits: async () => passed(undefined),
  });
}

/** In the body, of an app on a device: the key that it is bound to comes before replay (RFC 9449 §5). */
export function presentedInBody(
  presented: string,
  { client, proofKey }: NativeApp,
  parts: OrganizationOfTokenParts & { readonly families: FamilyStore; readonly replica: RevocationReplica },
): Outcome<PresentedRefresh> {
  if (!isRefreshSecret(presented)) return unknown;
  return passed({
    secret: presented,
    clientId: client.id,
    givenFor: givenToNative(client),
    proofKey,
    fits: (organization) => checkOrganizationOfClient(client, organization, parts),
    async admit(found) {
      if (!(await isNativeSession(found, client.id, parts))) return unknown;
      await parts.replica.catchUp();
      if (parts.replica.clientRevoked(client.id, toSeconds(found.grant.grantedAt))) return clientRevoked;
      const { proofKey: bound } = found.grant;
      return bound === undefined || bound === proofKey ? passed(undefined) : boundElsewhere;
    },
  });
}

const unknown: Denied = denied(refusal('refresh_token_invalid.unknown'));
const clientRevoked: Denied = denied(refusal('session_ended.client'));
const boundElsewhere: Denied = denied(refusal('refresh_token_invalid.proof_key'));
