import {
  type FillRandom,
  type IdentityConfiguration,
  type RegistrationBounds,
  type RegistrationTokenAnswer,
  type RegistrationTokenRequest,
  refusal,
  SignetError,
  type WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import { hashClientSecret, newClientSecret } from '../clients/client-secret.ts';
import type { ProtocolStore } from '../ports/index.ts';

export interface RegistrationTokensParts {
  readonly protocol: ProtocolStore;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
  readonly configuration: () => IdentityConfiguration;
}

/** Tokens by which one app each registers itself (RFC 7591 §1.2, initial access tokens). */
export interface RegistrationTokens {
  /** Rejects with `client_registration_off`. */
  make(request: RegistrationTokenRequest): Promise<RegistrationTokenAnswer>;
  /** What may be registered with it, while it is good. */
  boundsOf(token: string): Promise<RegistrationBounds | undefined>;
  /** Uses it up: of parallel calls one gets `true`. */
  use(token: string): Promise<boolean>;
}

export function createRegistrationTokens(parts: RegistrationTokensParts): RegistrationTokens {
  const { protocol, random, wall, audit, configuration } = parts;
  const keyOf = (token: string) =>
    ({
      kind: 'registration_token',
      hash: Buffer.from(hashClientSecret(token), 'base64url').toString('hex'),
    }) as const;
  return {
    async make({ audiences, scopes, lifetime }) {
      if (configuration().clientRegistration === 'off')
        throw new SignetError(refusal('client_registration_off'));
      const token = newClientSecret(random);
      const expiresAt = wall() + lifetime;
      await audit.record('client.registration_token_made', {});
      await protocol.put({ ...keyOf(token), document: JSON.stringify({ audiences, scopes }), expiresAt });
      return { token, expiresAt };
    },
    async boundsOf(token) {
      const entry = await protocol.find(keyOf(token), wall());
      return entry === undefined || entry.usedAt !== undefined ? undefined : JSON.parse(entry.document);
    },
    async use(token) {
      return (await protocol.use(keyOf(token), wall()))?.kind === 'used';
    },
  };
}
