import type { StepFacts } from '@signet/contracts';
import type { StepUp, TrustedToken } from '@signet/trust/bearer';
import type { UpstreamFailure } from '../http1/upstream-failure.ts';
import { mcpFacts } from '../mcp/mcp-trace.ts';
import { modelFacts } from '../models/model-trace.ts';
import type { CompiledLimit } from '../snapshot/compiled-limit.ts';
import type { GuardedRoute } from '../snapshot/compiled-route.ts';
import { spendFacts } from '../spending/spend-trace.ts';
import type {
  AttemptTrace,
  CacheTrace,
  CheckTrace,
  ConcurrencyTrace,
  LimitTrace,
  QuotaTrace,
  StepTrace,
} from '../trace.ts';
import type { LeftOut } from '../upstream/upstream.ts';

const longestText = 256;

/** What a record keeps of a step that ran. */
export function factsOf(told: StepTrace): StepFacts | undefined {
  switch (told.step) {
    case 'read-request':
      return told.dropped?.facts;
    case 'match-route':
      return { route: told.route.id };
    case 'extract-token':
      return sourceFacts(told);
    case 'verify-token':
      return verifyFacts(told);
    case 'check-revocation':
      if ('usedNow' in told) return { usedNow: true };
      return { newsAgeMs: Math.max(0, Math.round(told.newsAgeMs)) };
    case 'authorize':
      return told.broken === undefined ? askedFacts(told.route) : { brokenPart: short(told.broken) };
    case 'limit':
      if ('most' in told) return spendFacts(told);
      if ('limit' in told) return limitFacts(told);
      return 'quota' in told ? quotaFacts(told) : concurrencyFacts(told);
    case 'check-request':
      return checkFacts(told);
    case 'ask-webhook':
      return { webhook: short(told.host), webhookVerdict: told.verdict, tookMs: told.tookMs };
    case 'forward':
      if ('asked' in told) return modelFacts(told);
      if ('toolServer' in told) return mcpFacts(told);
      return 'result' in told ? cacheFacts(told) : attemptFacts(told);
  }
}

function sourceFacts({
  source,
  isKey,
  isMachine,
}: Extract<StepTrace, { readonly step: 'extract-token' }>): StepFacts {
  if (isMachine === true) return { passwordSource: source };
  return isKey === true ? { keySource: source } : { source };
}

function verifyFacts({
  token,
  remembered,
  isKey,
  isMachine,
}: Extract<StepTrace, { readonly step: 'verify-token' }>): StepFacts {
  if (isMachine === true) return { remembered, ...text('machine', token.subject) };
  return isKey === true ? { remembered, ...text('apiKey', token.jti) } : signedFacts(token, remembered);
}

function signedFacts({ issuer, header }: TrustedToken, remembered: boolean): StepFacts {
  return { remembered, issuer: short(issuer), ...text('alg', header.alg), ...text('kid', header['kid']) };
}

function askedFacts({ scope, roles, permissions, conditions, combined, stepUp }: GuardedRoute): StepFacts {
  return {
    ...(scope === '' ? {} : { scopes: short(scope) }),
    ...(roles.length === 0 ? {} : { roles: short(roles.join(', ')) }),
    ...(permissions.length === 0 ? {} : { permissions: short(permissions.join(' ')) }),
    ...(conditions.length === 0 ? {} : { conditions: short(conditions.map(({ name }) => name).join(', ')) }),
    ...(combined === undefined ? {} : { requirements: short(combined.told) }),
    ...(stepUp === undefined ? {} : signInFacts(stepUp)),
  };
}

function signInFacts({ acr, maxAge }: StepUp): StepFacts {
  return {
    ...(acr.length === 0 ? {} : { acr: short(acr.join(', ')) }),
    ...(maxAge === undefined ? {} : { maxAgeSeconds: maxAge }),
  };
}

function limitFacts({ limit: { budget, by }, left }: LimitTrace): StepFacts {
  return {
    count: budget.count,
    perMs: budget.per,
    by: short(whose(by)),
    ...(left === undefined ? {} : { left: Math.max(0, left) }),
  };
}

function quotaFacts({ quota: { count, period, by }, left }: QuotaTrace): StepFacts {
  return { count, period, by: short(whose(by)), ...(left === undefined ? {} : { left }) };
}

function concurrencyFacts({ concurrency: { most, by } }: ConcurrencyTrace): StepFacts {
  return { atOnce: most, by: short(whose(by)) };
}

/** A claim may be called as the other two are. */
function whose(by: CompiledLimit['by']): string {
  if (by.kind === 'mix') return by.of.map(whose).join(' + ');
  return by.kind === 'claim' ? `claims.${by.claim.join('.')}` : by.kind;
}

function checkFacts({ parameters, bytes }: CheckTrace): StepFacts {
  return {
    ...(parameters === 0 ? {} : { checkedParameters: parameters }),
    ...(bytes === undefined ? {} : { checkedBytes: bytes }),
  };
}

function cacheFacts({ result, kept, age }: CacheTrace): StepFacts {
  return { cache: result, ...(kept ? { kept } : {}), ...(age === undefined ? {} : { ageSeconds: age }) };
}

function attemptFacts({
  attempt,
  upstream,
  target,
  status,
  failure,
  keptBackCookie,
  contextGiven,
  token,
  leftOut,
  retriesSpent,
}: AttemptTrace): StepFacts {
  return {
    attempt,
    upstream,
    target,
    ...(status === undefined ? {} : { status }),
    ...(keptBackCookie ? { keptBackCookie } : {}),
    ...(contextGiven ? { contextGiven } : {}),
    ...(token === undefined ? {} : { token }),
    ...(failure === undefined ? {} : failureFacts(failure)),
    ...(retriesSpent ? { retriesSpent } : {}),
    ...(leftOut === undefined ? {} : leftOutFacts(leftOut)),
  };
}

function leftOutFacts({ unwell, ejected }: LeftOut): StepFacts {
  return {
    ...(unwell.length === 0 ? {} : { unwell: namesOf(unwell) }),
    ...(ejected.length === 0 ? {} : { ejected: namesOf(ejected) }),
  };
}

function namesOf(targets: LeftOut['unwell']): string {
  return short(targets.map(({ name }) => name).join(', '));
}

function failureFacts({ kind, details: { waitedMs, connections } }: UpstreamFailure): StepFacts {
  return {
    failure: kind,
    ...(waitedMs === undefined ? {} : { waitedMs }),
    ...(connections === undefined ? {} : { connections }),
  };
}

function text<Name extends 'alg' | 'kid' | 'apiKey' | 'machine'>(
  name: Name,
  value: unknown,
): Partial<Record<Name, string>> {
  return typeof value === 'string' && value !== '' ? ({ [name]: short(value) } as Record<Name, string>) : {};
}

function short(value: string): string {
  return value.slice(0, longestText);
}
