import {
  type ApiConfiguration,
  type ApisConfiguration,
  type FillRandom,
  isShared,
  type RenewSecretAnswer,
  type RenewSecretRequest,
  refusal,
  SignetError,
  secretsOf,
  sharedAlgorithms,
  type WallClock,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { SigningKeyStore, StoredSigningKey } from '../ports/index.ts';
import { makeSecret, openSecret, type SharingApi } from './api-secret.ts';
import { keysChanged, keyTooNew } from './key-refusals.ts';
import type { KeyRing } from './key-ring.ts';
import type { KeySealer } from './key-sealer.ts';
import { publishedUntilAfter, safeToSignAt } from './key-states.ts';
import type { ReferencedSecrets } from './referenced-secrets.ts';

export interface SecretAdministration {
  /**
   * One step with the secret of an API: makes the first one, which signs at once; or with `rotate` makes the next one, and
   * lets it sign once every verifier can have it. What is made is told in the answer, and never again.
   * @throws SignetError `declaration_unknown`, `declaration_invalid`, `signing_key_in_use`, `signing_key_too_new`, `signing_keys_changed`
   */
  renewSecret(api: string, request: RenewSecretRequest): Promise<RenewSecretAnswer>;
}

export interface SecretAdministrationParts {
  readonly store: SigningKeyStore;
  readonly ring: Pick<KeyRing, 'readAgain'>;
  readonly sealer: KeySealer;
  readonly apis: () => ApisConfiguration;
  /** Those of the configuration, which are changed where they are. */
  readonly referenced: Pick<ReferencedSecrets, 'covers'>;
  readonly random: FillRandom;
  readonly wall: WallClock;
  readonly audit: Audit;
}

export function createSecretAdministration(parts: SecretAdministrationParts): SecretAdministration {
  const { store, ring, wall } = parts;

  return {
    async renewSecret(name, { rotate = false, dangerouslySignAtOnce = false }) {
      const api = sharingApi(name, parts.apis());
      if (parts.referenced.covers(api.audience)) {
        throw new SignetError(
          refusal('signing_key_in_use.referenced', { api: name, audience: api.audience }),
        );
      }
      const secrets = (await store.list()).filter(({ series }) => series === secretsOf(name));
      const active = await goodOf(secrets, api);
      if (active === undefined) return makeFirst(api);
      if (!rotate) throw new SignetError(refusal('signing_key_in_use.secret', { api: name, key: active.id }));
      const next = secrets.find(({ state }) => state === 'next');
      if (next === undefined) return makeNext(api);
      if (wall() < safeToSignAt(next) && !dangerouslySignAtOnce) throw keyTooNew(next, wall());
      return letSign(api, next);
    },
  };

  /** One that was made for another audience of this name is taken away first: it signs nothing, and must not sign for this one. */
  async function goodOf(
    secrets: readonly StoredSigningKey[],
    { name, audience }: SharingApi,
  ): Promise<StoredSigningKey | undefined> {
    let active: StoredSigningKey | undefined;
    for (const stored of secrets) {
      const isGood = (await openSecret({ ...stored, api: name }, [], parts.sealer)).audience === audience;
      if (isGood && stored.state === 'active') active = stored;
      if (!isGood && stored.state !== 'retiring') await takeAway(stored);
    }
    return active;
  }

  async function takeAway({ id, series, state }: StoredSigningKey): Promise<void> {
    const at = wall();
    const deed = parts.audit.deed('key.retired', {
      target: { kind: 'key', id },
      details: { series, publishedUntil: at },
    });
    const answer =
      state === 'active' ? await store.standDown(id, at, deed) : await store.retire(id, at, deed);
    if (answer === 'not_here') throw keysChanged();
  }

  async function makeFirst(api: SharingApi): Promise<RenewSecretAnswer> {
    const at = wall();
    const { stored, text: secret } = makeSecret(api, parts.sealer, parts.random, at);
    const first = { ...stored, state: 'active', activatedAt: at } as const;
    if ((await store.addFirst(first, published(stored))) === 'exists') throw keysChanged();
    await ring.readAgain();
    return { done: 'made', ...told(api, stored), at, secret };
  }

  async function makeNext(api: SharingApi): Promise<RenewSecretAnswer> {
    const { stored, text: secret } = makeSecret(api, parts.sealer, parts.random, wall());
    if ((await store.addNext(stored, undefined, published(stored))) !== 'added') throw keysChanged();
    await ring.readAgain();
    return { done: 'published', ...told(api, stored), at: safeToSignAt(stored), secret };
  }

  async function letSign(api: SharingApi, next: StoredSigningKey): Promise<RenewSecretAnswer> {
    const at = wall();
    const deed = parts.audit.deed('key.activated', { target: { kind: 'key', id: next.id } });
    const change = { at, publishedUntil: publishedUntilAfter(at) };
    if ((await store.activate(next.id, change, deed)) === 'not_next') throw keysChanged();
    await ring.readAgain();
    return { done: 'activated', ...told(api, next), at };
  }

  function published({ id, algorithm, series }: StoredSigningKey) {
    return parts.audit.deed('key.published', { target: { kind: 'key', id }, details: { algorithm, series } });
  }
}

function told({ name }: SharingApi, { id, algorithm }: StoredSigningKey) {
  return { api: name, algorithm, key: id };
}

function sharingApi(name: string, apis: ApisConfiguration): SharingApi {
  const api: ApiConfiguration | undefined = Object.hasOwn(apis, name) ? apis[name] : undefined;
  if (api === undefined) throw new SignetError(refusal('declaration_unknown', { kind: 'api', name }));
  const { algorithm = 'none of its own', audience } = api;
  if (isShared(algorithm)) return { name, audience, algorithm };
  throw new SignetError(
    refusal('declaration_invalid', {
      place: `apis.${name}.algorithm`,
      allowed: sharedAlgorithms.join(', '),
      found: algorithm,
      mend: 'Its tokens are signed with a key that is published, and need no secret. Write one of these to share one.',
    }),
  );
}
