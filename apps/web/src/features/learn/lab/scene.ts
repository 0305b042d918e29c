/** Where every attack plays: one issuer, one API, one customer who would like to be an administrator. */
export interface Scene {
  /** Seconds since the epoch; the page's clock at the start of the run. */
  readonly now: number;
}

export const issuer = 'https://login.example';
export const audience = 'https://api.example/orders';
export const otherAudience = 'https://api.example/payroll';

const lifetimeSeconds = 15 * 60;

export type ClaimSet = Readonly<Record<string, unknown>>;

/** What the issuer says of the customer. */
export function honestClaims({ now }: Scene): ClaimSet {
  return {
    iss: issuer,
    sub: 'usr_customer',
    aud: audience,
    roles: ['customer'],
    iat: now,
    exp: now + lifetimeSeconds,
  };
}

/** What the attacker would like it to say. */
export function wishedClaims(scene: Scene): ClaimSet {
  return { ...honestClaims(scene), sub: 'usr_attacker', roles: ['admin'] };
}

/** What Signet's verifier is told to expect in every attack. */
export function policyOf({ now }: Scene): {
  readonly issuers: readonly string[];
  readonly audiences: readonly string[];
  readonly now: number;
} {
  return { issuers: [issuer], audiences: [audience], now };
}
