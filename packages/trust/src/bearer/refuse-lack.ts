import type { AskedRequest, Condition } from '@signet/conditions';
import { type ChallengeParameters, errorCatalogue, refusal, type SignetRefusal } from '@signet/contracts';
import { type Demands, unmetAmong } from './demand.ts';
import { refuseSignIn, type StepUp } from './step-up.ts';
import type { TrustedToken } from './trusted-token.ts';

/**
 * What a token must carry: every scope and every permission, and one of the roles; which conditions must hold, and what
 * sign-in it must be of.
 */
export interface Requirements {
  readonly scopes: readonly string[];
  readonly roles: readonly string[];
  readonly permissions: readonly string[];
  /** All of them must hold. */
  readonly conditions: readonly Condition[];
  /** `scopes` as a challenge names them. */
  readonly scope: string;
  /** Undefined where every sign-in will do. */
  readonly stepUp: StepUp | undefined;
  /** Absent where nothing is asked for beside the above. */
  readonly combined?: Demands | undefined;
}

interface Time {
  /** Seconds since the epoch. */
  readonly now: number;
  /** Seconds. */
  readonly clockSkew: number;
}

/**
 * The refusal of a token that lacks something; undefined where it has all. The sign-in is asked last: nobody signs in anew
 * for what they may not do then either.
 * @param asked asked for only where there are conditions
 */
export function refuseLack(
  token: TrustedToken,
  required: Requirements,
  { now, clockSkew }: Time,
  asked: () => AskedRequest | undefined,
): SignetRefusal | undefined {
  for (const scope of required.scopes)
    if (!token.scopes.has(scope)) return lacksScope(required, token.scopes);
  if (required.roles.length > 0 && !required.roles.some((role) => token.roles.has(role))) {
    return lacksRole(required, token.roles);
  }
  if (!required.permissions.every((permission) => token.permissions.has(permission))) {
    return lacksPermission(required, token.permissions);
  }
  const unmet = required.combined && refuseUnmet(token, required.combined, now, asked);
  if (unmet !== undefined) return unmet;
  const { stepUp, conditions } = required;
  const broken = conditions.length === 0 ? undefined : refuseConditions(token, conditions, now, asked());
  if (broken !== undefined) return broken;
  return stepUp === undefined ? undefined : refuseSignIn(token.claims, stepUp, now, clockSkew);
}

function refuseUnmet(
  token: TrustedToken,
  { demands, told }: Demands,
  now: number,
  asked: () => AskedRequest | undefined,
): SignetRefusal | undefined {
  let request: AskedRequest | undefined;
  const holds = ({ ask }: Condition): boolean => {
    request ??= asked();
    return ask({ claims: token.claims, request, now: now * 1000 }).holds;
  };
  const unmet = unmetAmong(demands, token, holds);
  if (unmet.length === 0) return undefined;
  return refusal('requirement_missing', { required: bounded(told), unmet: bounded(unmet.join(', ')) });
}

function refuseConditions(
  { claims }: TrustedToken,
  conditions: readonly Condition[],
  now: number,
  request: AskedRequest | undefined,
): SignetRefusal | undefined {
  const input = { claims, request, now: now * 1000 };
  for (const { name, parts, ask } of conditions) {
    const answer = ask(input);
    if (answer.holds) continue;
    const values = { name, part: answer.part, parts: parts.length };
    return refusal(answer.undecided ? 'condition_not_met.undecided' : 'condition_not_met.false', values);
  }
  return undefined;
}

const forbidden = 403;

/** What the challenge of a refusal says of a token that would do, where that is known. */
export function challengeOf({ code }: SignetRefusal, { scope, stepUp }: Requirements): ChallengeParameters {
  if (code === 'authentication_insufficient') return stepUp?.challenge ?? {};
  return scope === '' || errorCatalogue[code].status !== forbidden ? {} : { scope };
}

function lacksScope({ scope }: Requirements, scopes: ReadonlySet<string>): SignetRefusal {
  const carried = named(scopes);
  return carried === ''
    ? refusal('scope_missing.none', { required: scope })
    : refusal('scope_missing.others', { required: scope, carried });
}

function lacksRole({ roles }: Requirements, had: ReadonlySet<string>): SignetRefusal {
  const carried = named(had);
  const required = roles.join(', ');
  return carried === ''
    ? refusal('role_missing.none', { required })
    : refusal('role_missing.others', { required, carried });
}

function lacksPermission({ permissions }: Requirements, had: ReadonlySet<string>): SignetRefusal {
  const carried = named(had);
  const required = permissions.join(', ');
  return carried === ''
    ? refusal('permission_missing.none', { required })
    : refusal('permission_missing.others', { required, carried });
}

const longestList = 256;

function named(names: ReadonlySet<string>): string {
  return bounded([...names].join(' '));
}

function bounded(list: string): string {
  return list.length <= longestList ? list : `${list.slice(0, longestList)} …`;
}
