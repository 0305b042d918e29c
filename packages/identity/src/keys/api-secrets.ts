import {
  type ApiConfiguration,
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
import type { ReferencedSecret, ReferencedSecrets } from './referenced-secrets.ts';

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
  /** Those of the configuration: an API that has one there has no other. */
  readonly referenced: ReferencedSecrets;
  readonly keys: Pick<KeyRing, 'now'>;
  readonly apis: () => ApisConfiguration;
}): ApiSecrets {
  const { issuer } = parts;
  const ofSignet = audiencesOfSignet(issuer);

  /** Only while the API still asks for it, and is what it was when the secret was made. */
  function isAskedFor({ api: name, audience }: ApiSecret): boolean {
    const apis = parts.apis();
    const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
    return isShared(api?.algorithm) && api?.audience === audience && isTheirs(audience);
  }

  /** Neither of Signet itself, nor covered by the configuration. */
  const isTheirs = (audience: string) => !ofSignet.includes(audience) && !parts.referenced.covers(audience);

  /** Of an API whose secret the configuration leads to; undefined of every other. */
  async function referencedOf({
    audience,
    algorithm,
  }: ApiConfiguration): Promise<readonly ReferencedSecret[] | undefined> {
    const asks = isShared(algorithm) && !ofSignet.includes(audience) && parts.referenced.covers(audience);
    return asks ? parts.referenced.of(audience, algorithm) : undefined;
  }

  async function asked(): Promise<readonly ApiSecret[]> {
    return (await parts.keys.now()).secrets.filter(isAskedFor);
  }

  return {
    async signingWith(name) {
      const apis = parts.apis();
      const api = Object.hasOwn(apis, name) ? apis[name] : undefined;
      const referenced = api && (await referencedOf(api));
      if (referenced !== undefined) return newestOf(referenced, name, api?.algorithm);
      const secret = (await asked()).find(({ api, stored }) => api === name && stored.state === 'active');
      if (secret === undefined)
        throw new SignetError(refusal('signing_unavailable.no_secret', { api: name }));
      return secret.signing;
    },
    async believed() {
      const referenced = await Promise.all(Object.values(parts.apis()).map(referencedOf));
      const made = (await asked()).map(({ audience, algorithm, stored, verification, text }) => ({
        audience,
        kid: stored.id,
        algorithm,
        verification,
        reveal: () => text.reveal(),
      }));
      return [...made, ...referenced.flatMap((secrets = []) => secrets)];
    },
  };
}

/** What is too short cannot sign, and what was before it is no way round that. */
function newestOf(
  [newest]: readonly ReferencedSecret[],
  api: string,
  algorithm: ApiConfiguration['algorithm'] = 'HS256',
): SigningKey {
  if (newest !== undefined) return newest.signing;
  throw new SignetError(refusal('signing_unavailable.unfit_secret', { api, algorithm }));
}
