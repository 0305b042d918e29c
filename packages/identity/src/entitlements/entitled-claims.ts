import type { Grant } from '../ports/index.ts';
import type { ApiRights } from './entitlements.ts';

/** RFC 9068 §2.2.3.1, and `permissions` as the gateway and other APIs know them. */
export interface EntitledClaims {
  readonly roles?: readonly string[];
  readonly permissions?: readonly string[];
}

/**
 * What a token says of the rights at the API that it is for. An app gets of a person's permissions those that it asked for
 * as scopes and that were agreed to; a role is told where all that it allows here was, so that nobody takes the role for
 * the rest.
 */
export function entitledClaims({ permissions, roles }: ApiRights, granted: Grant['scopes']): EntitledClaims {
  const has = (permission: string) => granted === 'all' || granted.includes(permission);
  const told = [...roles].filter(([, allows]) => allows.every(has)).map(([role]) => role);
  return { roles: told, permissions: permissions.filter(has) };
}
