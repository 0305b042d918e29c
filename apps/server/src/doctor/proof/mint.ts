import type { DemandConfiguration, ProtectedRoute, RemoteIssuer, WallClock } from '@signet/contracts';
import type { SigningKey } from '@signet/token/keys';
import { signToken } from '@signet/token/sign';

export interface MintWishes {
  readonly key?: SigningKey;
  /** Seconds since it was made; none unless said. */
  readonly age?: number;
  /** For whom it is, in the place of the right ones. */
  readonly audience?: string;
  readonly issuer?: string;
  /** Its name; one of its own unless said. */
  readonly jti?: string;
}

/** Makes a token that the route takes, but for what is wished. */
export type Mint = (wishes?: MintWishes) => Promise<string>;

export interface MintParts {
  readonly auth: ProtectedRoute['auth'];
  readonly issuer: RemoteIssuer;
  readonly audience: string;
  readonly key: SigningKey;
  readonly wall: WallClock;
  /** Put over what the route is known to ask for; conditions may ask for more. */
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Milliseconds. */
const usualLifetime = 300_000;

export function createMint({ auth, issuer, audience, key, wall, claims }: MintParts): Mint {
  return (wishes = {}) => {
    const made = Math.floor(wall() / 1000) - (wishes.age ?? 0);
    const lifetime = Math.min(usualLifetime, issuer.maxLifetime ?? usualLifetime) / 1000;
    const { scopes, roles, permissions } = grantedBy(auth);
    const said = {
      ...Object.fromEntries((issuer.requiredClaims ?? []).map((name) => [name, 'doctor'])),
      ...{ sub: 'signet-doctor', auth_time: made, scope: scopes.join(' '), roles, permissions },
      ...levelOf(auth),
      ...claims,
      ...{ iat: made, nbf: made, exp: made + lifetime, jti: wishes.jti ?? crypto.randomUUID() },
      iss: wishes.issuer ?? issuer.issuer,
      [issuer.audienceClaim ?? 'aud']: wishes.audience ?? audience,
    };
    return signToken(said, { key: wishes.key ?? key, type: issuer.type ?? 'at+jwt' });
  };
}

function levelOf({ acr = [] }: ProtectedRoute['auth']): { readonly acr?: string } {
  const [level] = acr;
  return level === undefined ? {} : { acr: level };
}

/** Everything that a route names, which is more than it asks of one caller. */
export function grantedBy(
  auth: ProtectedRoute['auth'],
): Pick<ProtectedRoute['auth'], 'scopes' | 'roles' | 'permissions'> {
  const { scopes, roles, permissions, demands = [] } = auth;
  return {
    scopes: [...scopes, ...namesIn(demands, 'scopes')],
    roles: [...roles, ...namesIn(demands, 'roles')],
    permissions: [...permissions, ...namesIn(demands, 'permissions')],
  };
}

function namesIn(
  demands: readonly DemandConfiguration[],
  kind: 'scopes' | 'roles' | 'permissions',
): readonly string[] {
  return demands.flatMap((demand) => {
    if ('parts' in demand) return namesIn(demand.parts, kind);
    return 'names' in demand && demand.kind === kind ? demand.names : [];
  });
}
