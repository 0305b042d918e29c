import {
  attemptFailures,
  cacheResults,
  type DecisionRecord,
  type ErrorCode,
  errorCodes,
  notNeededReasons,
  parseId,
  type RefusalValue,
  type RefusalValues,
  type RefusalWords,
  recordVersion,
  type StepFacts,
  type StepRecord,
  stepNames,
  type TokenSummary,
  webhookVerdicts,
} from '@signet/contracts';
import {
  allOptional,
  dictionary,
  flag,
  list,
  number,
  oneOf,
  type Reader,
  shape,
  text,
  whole,
} from './shape.ts';

const words = text(4096);
const most = Number.MAX_SAFE_INTEGER;
const latestMoment = 8.64e15;

const readFacts = allOptional<StepFacts>({
  because: oneOf(notNeededReasons),
  droppedHeaders: words,
  furtherDropped: number(0, most),
  droppedSignInCookie: flag,
  route: words,
  source: words,
  keySource: words,
  passwordSource: words,
  usedNow: flag,
  apiKey: words,
  machine: words,
  remembered: flag,
  issuer: words,
  alg: words,
  kid: words,
  newsAgeMs: number(0, most),
  scopes: words,
  roles: words,
  permissions: words,
  requirements: words,
  acr: words,
  maxAgeSeconds: number(0, most),
  conditions: words,
  brokenPart: words,
  count: number(0, most),
  perMs: number(0, most),
  by: words,
  period: oneOf(['day', 'month']),
  atOnce: number(0, most),
  left: number(0, most),
  mostSpent: words,
  budgets: words,
  booked: words,
  checkedParameters: number(0, most),
  checkedBytes: number(0, most),
  webhook: words,
  webhookVerdict: oneOf(webhookVerdicts),
  tookMs: number(0, most),
  cache: oneOf(cacheResults),
  kept: flag,
  ageSeconds: number(0, most),
  modelAsked: words,
  model: words,
  provider: words,
  spoken: words,
  inputTokens: number(0, most),
  outputTokens: number(0, most),
  cacheReadTokens: number(0, most),
  costMicros: number(0, most),
  savedMicros: number(0, most),
  currency: words,
  countedBy: oneOf(['provider', 'estimated', 'aborted-partial', 'cached']),
  lost: words,
  guarded: words,
  passedOver: words,
  toolServer: words,
  toolMethod: words,
  tool: words,
  toolDigest: words,
  attempt: number(0, most),
  upstream: words,
  target: words,
  unwell: words,
  ejected: words,
  retriesSpent: flag,
  status: whole(0, 599),
  keptBackCookie: flag,
  contextGiven: flag,
  token: oneOf(['forwarded', 'kept-back']),
  failure: oneOf(attemptFailures),
  waitedMs: number(0, most),
  connections: number(0, most),
});

const readStep = shape<StepRecord>(
  {
    step: oneOf(stepNames),
    outcome: oneOf(['ok', 'refused', 'failed', 'not-reached', 'not-needed']),
    facts: readFacts,
    note: words,
    expected: words,
    actual: words,
  },
  ['facts', 'note', 'expected', 'actual'],
);

/** What stands in the places of a refusal's texts. */
export const readValues: Reader<RefusalValues> = dictionary<RefusalValue>(
  [words, number(-most, most)],
  16,
  64,
);

const readRefusal = shape<RefusalWords>(
  {
    code: oneOf<ErrorCode>(errorCodes),
    variant: text(64),
    values: readValues,
    sentence: words,
    expected: words,
    actual: words,
    fix: words,
    rule: words,
  },
  ['variant', 'values', 'expected', 'actual', 'fix', 'rule'],
);

const readToken = shape<TokenSummary>(
  {
    verified: flag,
    issuer: words,
    subject: words,
    clientId: words,
    jti: words,
    sid: words,
    kid: words,
    alg: words,
    issuedAt: number(-most, most),
    expiresAt: number(-most, most),
  },
  ['issuer', 'subject', 'clientId', 'jti', 'sid', 'kid', 'alg', 'issuedAt', 'expiresAt'],
);

const readUpstream = shape<NonNullable<DecisionRecord['upstream']>>(
  { name: words, target: words, status: whole(0, 599) },
  ['status'],
);

/**
 * A record out of a link or an answer; undefined where a member is not as the contract has it. The contract's own
 * schema would weigh more than all else that this part of the page loads; a test holds the two together.
 */
export const readRecord: Reader<DecisionRecord> = shape<DecisionRecord>(
  {
    version: (value) => (value === recordVersion ? recordVersion : undefined),
    reference: (value) => parseId('reference', value),
    at: number(0, latestMoment),
    node: words,
    method: words,
    path: text(65_536),
    route: words,
    outcome: oneOf(['forwarded', 'refused', 'failed']),
    status: whole(0, 599),
    refusal: readRefusal,
    steps: list(readStep, 32),
    token: readToken,
    upstream: readUpstream,
    durationMicros: number(0, most),
  },
  ['version', 'route', 'refusal', 'token', 'upstream'],
);
