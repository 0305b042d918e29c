import {
  type ApisConfiguration,
  isShared,
  refusal,
  type SharedAlgorithm,
  SignetError,
} from '@signet/contracts';
import type { SigningKey, VerificationKey } from '@signet/token/keys';
import { audiencesOfSignet } from '../tokens/own-audiences.ts';
import type { ApiSecret } from './api-secret.ts';
import type { KeyRing } from './key-ring.ts';

/** A secret with the only audience that a token under it may be for. */
export interface BoundSecret {
  readonly audience: string;
  readonly kid: string;
  readonly algorithm: SharedAlgorithm;
  readonly verification: VerificationKey;
  reveal(): string;
}

/**
 * What APIs share with this issuer. Whoever holds such a secret can sign what it likes, so that a token under it is
 * believed by that API alone, and by nothing that Signet itself serves.
 */
export interface ApiSecrets {
  /** What signs for the API of this name. @throws SignetError `signing_unavailable` */
  signingWith(api: string): Promise<SigningKey>;
  /** Those that are believed now. */
  believed(): Promise<readonly BoundSecret[]>;
}

export function createApiSecrets(parts: {
  readonly issuer: string;
  readonly keys: Pick<KeyRing, 'now'>;
  readonly apis: () => ApisConfiguration;
}): ApiSecrets {
  const { issuer } = parts;
  const ofSignet = audiencesOfSignet(issuer);

  /** Only while the API still asks for it, and is what it was when the secret was made. */
  function isAskedFor({ api: name, audience }: ApiSecret): boolean {
    const apis = parts.apis();
    const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
    return isShared(api?.algorithm) && api?.audience === audience && !ofSignet.includes(audience);
  }

  async function asked(): Promise<readonly ApiSecret[]> {
    return (await parts.keys.now()).secrets.filter(isAskedFor);
  }

  return {
    async signingWith(name) {
      const secret = (await asked()).find(({ api, stored }) => api === name && stored.state === 'active');
      if (secret === undefined)
        throw new SignetError(refusal('signing_unavailable.no_secret', { api: name }));
      return secret.signing;
    },
    async believed() {
      return (await asked()).map(({ audience, algorithm, stored, verification, text }) => ({
        audience,
        kid: stored.id,
        algorithm,
        verification,
        reveal: () => text.reveal(),
      }));
    },
  };
}
