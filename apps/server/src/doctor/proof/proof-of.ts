import type { RevocationTarget, RouteConfiguration, WallClock } from '@signet/contracts';
import type { GatewayPart } from '@signet/gateway';
import type { DoctorKeys } from '../doctor-keys.ts';
import { withHeaders } from '../sample.ts';
import { crookedKeys, proveByKey } from './api-key.ts';
import { bearer, crookedTokens } from './crooked-tokens.ts';
import { createMint } from './mint.ts';
import { crookedPasswords, proveByPassword } from './password.ts';
import type { Proof } from './proof.ts';

export interface ProofParts {
  /** With our keys in the place of those of its issuers. */
  readonly rebuilt: GatewayPart;
  readonly keys: DoctorKeys;
  readonly wall: WallClock;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly revoke: (target: RevocationTarget) => void;
}

/** Of a route that is open to everyone. */
const nobodys: Proof = {
  prove: async (sample) => sample,
  crooked: [],
  findApiKey: async () => undefined,
};

/** How a route lets itself be called: by a token of the first issuer that it names, else by an API key, else by a password, else by nobody. */
export function proofOf(route: RouteConfiguration, parts: ProofParts): Proof {
  const { rebuilt, keys, wall, claims } = parts;
  if (route.kind === 'public') return nobodys;
  const { auth } = route;
  const { accepts, apiKey, basic } = auth;
  const [accepted] = accepts;
  const means = { machines: rebuilt.machines, password: keys.password.text };
  const passwords = basic === undefined ? [] : crookedPasswords({ ...means, taken: basic });
  if (accepted === undefined && apiKey !== undefined) {
    const byKey = proveByKey(apiKey, auth);
    return { ...byKey, crooked: [...byKey.crooked, ...passwords] };
  }
  if (accepted === undefined)
    return basic === undefined ? nobodys : proveByPassword({ ...means, taken: basic }, auth);
  const issuer = rebuilt.issuers[accepted.issuer];
  const [audience] = accepted.audience;
  if (issuer?.kind !== 'remote' || audience === undefined)
    throw new TypeError(`Route ${route.id} accepts tokens that nobody can make`);
  const mint = createMint({ auth, issuer, audience, key: keys.own.signing, wall, claims });
  const revoke = (jti: string) => parts.revoke({ kind: 'token', issuer: issuer.issuer, jti });
  return {
    prove: async (sample) => withHeaders(sample, bearer(await mint())),
    crooked: [
      ...crookedTokens({ mint, keys, revoke }, auth),
      ...(apiKey === undefined ? [] : crookedKeys(apiKey, mint)),
      ...passwords,
    ],
    findApiKey: async () => undefined,
  };
}
