import {
  type ApiAlgorithm,
  type ApiConfiguration,
  type ApisConfiguration,
  accountAudience,
  adminAudience,
  type ClaimMapping,
  type IdentityConfiguration,
  type IssuingAlgorithm,
  issuingAlgorithms,
  type RolesConfiguration,
} from '@signet/contracts';

import type { Declarations } from '../declarations/declarations.ts';

/** What holders of roles may do at one API, and how long a token for it lives. */
export interface Entitlements {
  /** Milliseconds. */
  readonly lifetime: number;
  /** What its tokens are signed for; absent where nothing is declared of it: as all others. */
  readonly signedFor?: SignedFor;
  /** Of all that the holder has, what belongs to this API; of an API that is not declared, nothing is known here. */
  readonly declared?: ApiRights;
}

/** An API, and what it asks tokens to be signed with; absent: as all others. */
export interface SignedFor {
  readonly api: string;
  readonly algorithm: ApiAlgorithm | undefined;
}

export interface ApiRights {
  /** Of the API. */
  readonly name: string;
  /** In the order of their characters. */
  readonly permissions: readonly string[];
  /** Roles of the holder that allow something here, with what they allow. */
  readonly roles: ReadonlyMap<string, readonly string[]>;
  /** What else a token says there. */
  readonly claims: ClaimMapping;
}

/** Asked for each token, so that a reloaded configuration counts for the next one. */
export type EntitlementsAt = (audience: string, roles: readonly string[]) => Promise<Entitlements>;

export interface EntitlementParts {
  readonly issuer: string;
  readonly configuration: () => IdentityConfiguration;
  readonly declarations: Pick<Declarations, 'now'>;
}

export function createEntitlements(parts: EntitlementParts): EntitlementsAt {
  const { issuer, configuration } = parts;
  const ofSignet: readonly string[] = [adminAudience(issuer), accountAudience(issuer)];
  return async (audience, held) => {
    const { apis, roles } = await parts.declarations.now();
    const found = ofSignet.includes(audience) ? undefined : apiOf(audience, apis);
    const lifetime = found?.api.accessTokenLifetime ?? configuration().accessTokenLifetime;
    if (found === undefined) return { lifetime };
    const signedFor = { api: found.name, algorithm: found.api.algorithm };
    return { lifetime, signedFor, declared: rightsAt(found, held, roles) };
  };
}

/** What APIs of today's configuration ask for, each once. */
export function algorithmsOf(apis: ApisConfiguration): readonly IssuingAlgorithm[] {
  const asked = new Set<ApiAlgorithm | undefined>(Object.values(apis).map(({ algorithm }) => algorithm));
  return issuingAlgorithms.filter((algorithm) => asked.has(algorithm));
}

/** The longest life that an access token of today's configuration can have. Milliseconds. */
export function longestLifetime(
  { accessTokenLifetime }: IdentityConfiguration,
  apis: ApisConfiguration,
): number {
  return Math.max(accessTokenLifetime, ...Object.values(apis).map((api) => api.accessTokenLifetime ?? 0));
}

interface NamedApi {
  readonly name: string;
  readonly api: ApiConfiguration;
}

function apiOf(audience: string, apis: ApisConfiguration): NamedApi | undefined {
  const found = Object.entries(apis).find(([, api]) => api.audience === audience);
  return found && { name: found[0], api: found[1] };
}

function rightsAt({ name, api }: NamedApi, held: readonly string[], roles: RolesConfiguration): ApiRights {
  const telling = new Map<string, readonly string[]>();
  for (const role of new Set(held)) {
    const given = Object.hasOwn(roles, role) ? (roles[role]?.permissions[name] ?? []) : [];
    const known = given.filter((permission) => api.permissions.includes(permission));
    if (known.length > 0) telling.set(role, known);
  }
  return {
    name,
    permissions: [...new Set([...telling.values()].flat())].sort(),
    roles: telling,
    claims: api.claims,
  };
}
