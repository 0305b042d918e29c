import { refusal } from '@signet/contracts';
import { believeClaims, refusePage, type ShownKeys, type TrustedToken } from '@signet/trust/bearer';
import { Denial } from '../denial.ts';
import type { IntrospectedAcceptance, IntrospectionPolicy } from '../introspection/introspection-policy.ts';
import type { Asking, Introspector } from '../introspection/introspector.ts';
import type { Introspection } from '../introspection/read-answer.ts';
import type { Trace } from '../trace.ts';
import type { Presented, Verified } from './passage.ts';

export interface AskContext extends Asking {
  readonly introspectorOf: (policy: IntrospectionPolicy) => Introspector;
  /** Seconds. */
  readonly clockSkew: number;
  readonly trace: Trace;
  /** The thumbprint of the certificate that the client has shown; asked for where a token is bound to one. */
  readonly certificate: () => string | undefined;
  /** That of the key of a proof, where one came. */
  readonly proofKey: string | undefined;
}

/** What the sender of a token has to have shown, where it is bound to anything. */
export function shownWith(
  { claims }: TrustedToken,
  { certificate, proofKey }: Pick<AskContext, 'certificate' | 'proofKey'>,
): ShownKeys {
  const free = claims['cnf'] === undefined && proofKey === undefined;
  return free ? nothing : { certificate: certificate(), proofKey };
}

const nothing = Object.freeze({});

/**
 * Asks the issuer whether its token is active, and holds what it answers to the rules of a JWT: issuer, audience, times, binding.
 * An answer that was given a moment ago counts as well; all that depends on time and sender is asked again.
 */
export function verifyByAsking(
  presented: Presented,
  accepted: IntrospectedAcceptance,
  context: AskContext,
): Verified | Denial | Promise<Verified | Denial> {
  const introspector = context.introspectorOf(accepted.policy);
  const known = introspector.known(presented.compact, context.now.steady);
  if (known !== undefined) return judged(known, presented, accepted, context, true);
  return introspector
    .ask(presented.compact, context)
    .then((answer) => judged(answer, presented, accepted, context, false));
}

function judged(
  answer: Introspection,
  { route, path, page }: Presented,
  accepted: IntrospectedAcceptance,
  context: AskContext,
  fromMemory: boolean,
): Verified | Denial {
  if (answer.kind !== 'active') return refusedAnswer(answer, accepted);
  const { token } = answer;
  const { clockSkew, now, trace } = context;
  const belief = believeClaims(
    token,
    accepted,
    { now: now.wall / 1000, clockSkew },
    shownWith(token, context),
  );
  if (belief.verdict === 'refused') return new Denial('verify-token', belief.refusal);
  const unproven = page && refusePage(token.claims, page);
  if (unproven !== undefined) return new Denial('verify-token', unproven);
  trace.tell({ step: 'verify-token', token, remembered: fromMemory });
  return { route, path, token } as Verified;
}

/** Why what an issuer answered lets nobody pass; whoever runs the gateway reads more of it than the client. */
export function refusedAnswer(
  answer: Exclude<Introspection, { kind: 'active' }>,
  { policy: { issuer, name } }: IntrospectedAcceptance,
): Denial {
  if (answer.kind !== 'unavailable')
    return new Denial('verify-token', refusal(`token_inactive.${answer.kind}`, { issuer }));
  return new Denial('verify-token', refusal(`introspection_unavailable.${answer.because}`, { issuer }), {
    headers: ['retry-after', '1'],
    note: `${name}: ${answer.note}`,
  });
}
