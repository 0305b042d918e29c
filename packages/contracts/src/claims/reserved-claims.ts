/**
 * Those of RFC 7519, 7800, 8693, 9068, of OpenID Connect and of our own: what they say is for no mapping to say, because
 * somebody trusts them for access.
 */
const reserved: ReadonlySet<string> = new Set([
  ...['iss', 'sub', 'aud', 'exp', 'nbf', 'iat', 'jti', 'typ', 'cnf', 'act', 'may_act', 'client_id', 'azp'],
  ...[
    'sid',
    'fam',
    'csrf_hash',
    'nonce',
    'auth_time',
    'acr',
    'amr',
    'at_hash',
    'c_hash',
    's_hash',
    'events',
    'toe',
    'txn',
  ],
  ...[
    'scope',
    'scp',
    'scopes',
    'role',
    'roles',
    'group',
    'groups',
    'permissions',
    'entitlements',
    'authorities',
  ],
  ...[
    'org_id',
    'org_name',
    'organization',
    'email_verified',
    'phone_number_verified',
    'vot',
    'vtm',
    'sub_jwk',
    'sub_id',
  ],
]);

/** Whether a mapping, a hook or an attribute may never say it. */
export function isReservedClaim(name: string): boolean {
  return reserved.has(name);
}
