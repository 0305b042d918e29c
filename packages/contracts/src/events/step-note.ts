import { render } from '../refusals/render.ts';
import type { StepName, StepRecord } from './decision-record.ts';
import type { AttemptFailure, StepFacts } from './step-facts.ts';
import type { NoteKey, NoteValues, StepNotes } from './step-notes.ts';

type Say = <Key extends NoteKey>(key: Key, values: NoteValues<Key>) => string;
type Words = (facts: StepFacts, say: Say) => string | undefined;

const words: Readonly<Record<StepName, Words>> = {
  'read-request': droppedWords,
  'match-route': ({ route }, say) => route && say('route', { route }),
  'extract-token': takenWords,
  'verify-token': verifiedWords,
  'check-revocation': inForceWords,
  authorize: askedWords,
  limit: budgetWords,
  'check-request': checkedWords,
  'ask-webhook': webhookWords,
  forward: attemptWords,
};

/**
 * What a step did and saw, in a sentence or two of one language. Records made before steps had facts have only their
 * note, which is English.
 */
export function stepNote({ step, facts, note }: StepRecord, notes: StepNotes): string | undefined {
  const say: Say = (key, values) => render(notes[key], values);
  const told = facts === undefined ? undefined : toldBy(step, facts, say);
  return joined('next', say, told, note);
}

function toldBy(step: StepName, facts: StepFacts, say: Say): string | undefined {
  return facts.because === undefined ? words[step](facts, say) : say(facts.because, {});
}

/** One text behind the other, where both are there. */
function joined(by: 'next' | 'with', say: Say, first?: string, second?: string): string | undefined {
  if (first === undefined || second === undefined) return first ?? second;
  return say(by, { first, second });
}

function droppedWords(facts: StepFacts, say: Say): string | undefined {
  const { droppedHeaders: headers, furtherDropped: more, droppedSignInCookie } = facts;
  const cookie = droppedSignInCookie === true ? say('dropped_cookie', {}) : undefined;
  if (headers === undefined) return cookie;
  const named = more === undefined ? say('dropped', { headers }) : say('dropped_more', { headers, more });
  return joined('next', say, named, cookie);
}

function takenWords({ source, keySource, passwordSource }: StepFacts, say: Say): string | undefined {
  if (passwordSource !== undefined) return say('password', { source: passwordSource });
  if (keySource !== undefined) return say('api_key', { source: keySource });
  return source && say('token', { source });
}

function verifiedWords(facts: StepFacts, say: Say): string | undefined {
  const { remembered, issuer, alg, kid, apiKey, machine } = facts;
  if (machine !== undefined) {
    const when = say(remembered === true ? 'password_remembered' : 'password_checked', {});
    return joined('with', say, say('known_machine', { machine }), when);
  }
  if (apiKey !== undefined) {
    const when = say(remembered === true ? 'key_remembered' : 'key_looked_up', {});
    return joined('with', say, say('known_key', { key: apiKey }), when);
  }
  if (issuer === undefined) return undefined;
  if (alg === undefined) {
    const when = say(remembered === true ? 'answer_remembered' : 'asked', {});
    return joined('with', say, say('active', { issuer }), when);
  }
  const signed =
    kid === undefined ? say('signed', { issuer, alg }) : say('signed_by_key', { issuer, alg, kid });
  return joined('with', say, signed, say(remembered === true ? 'remembered' : 'checked', {}));
}

function inForceWords({ newsAgeMs, usedNow }: StepFacts, say: Say): string | undefined {
  if (usedNow === true) return say('used_now', {});
  return newsAgeMs === undefined ? undefined : say('not_revoked', { seconds: seconds(newsAgeMs) });
}

function askedWords(facts: StepFacts, say: Say): string | undefined {
  const { permissions, requirements } = facts;
  const allowed = permissions === undefined ? undefined : say('carries_permissions', { permissions });
  const combined = requirements === undefined ? undefined : say('meets_requirements', { requirements });
  const granted = joined('next', say, joined('next', say, grantedWords(facts, say), allowed), combined);
  return joined(
    'next',
    say,
    joined('next', say, granted, conditionWords(facts, say)),
    signInWords(facts, say),
  );
}

function conditionWords({ conditions, brokenPart: part }: StepFacts, say: Say): string | undefined {
  if (part !== undefined) return say('breaks_condition', { part });
  return conditions === undefined ? undefined : say('meets_conditions', { conditions });
}

function signInWords({ acr, maxAgeSeconds: seconds }: StepFacts, say: Say): string | undefined {
  const how = acr === undefined ? undefined : say('signed_in_how', { acr });
  return joined('next', say, how, seconds === undefined ? undefined : say('signed_in_when', { seconds }));
}

function grantedWords({ scopes, roles }: StepFacts, say: Say): string | undefined {
  if (scopes !== undefined && roles !== undefined) return say('carries_both', { scopes, roles });
  if (scopes !== undefined) return say('carries_scopes', { scopes });
  return roles === undefined ? undefined : say('carries_role', { roles });
}

function budgetWords(facts: StepFacts, say: Say): string | undefined {
  const { by, left, atOnce } = facts;
  if (facts.mostSpent !== undefined) return spentWords(facts, say);
  if (atOnce !== undefined) return say('at_once', { count: atOnce, by: by ?? 'route' });
  const budget = sizeWords(facts, say);
  if (budget === undefined) return undefined;
  return left === undefined ? say('budget', { budget }) : say('left', { left, budget });
}

function spentWords({ mostSpent: most, budgets, booked }: StepFacts, say: Say): string | undefined {
  const held =
    budgets === undefined ? say('spent_nowhere', {}) : say('spent_reserved', { most: most ?? '', budgets });
  if (booked === undefined) return held;
  return joined(
    'next',
    say,
    held,
    booked === '' ? say('spent_released', {}) : say('spent_booked', { booked }),
  );
}

function sizeWords({ count, perMs, period, by }: StepFacts, say: Say): string | undefined {
  if (count === undefined || by === undefined) return undefined;
  if (period !== undefined) return say(`a_${period}`, { count, by });
  if (perMs === undefined) return undefined;
  const values = { count, seconds: seconds(perMs) };
  return by === 'route' || by === 'address' ? say(`of_${by}`, values) : ofClaim(by, values, say);
}

function checkedWords(
  { checkedParameters: count, checkedBytes: bytes }: StepFacts,
  say: Say,
): string | undefined {
  const parameters = count === undefined ? undefined : say('checked_parameters', { count });
  return joined('next', say, parameters, bytes === undefined ? undefined : say('checked_body', { bytes }));
}

function ofClaim(claim: string, values: NoteValues<'of_route'>, say: Say): string {
  return say('of_claim', { ...values, claim });
}

function webhookWords(
  { webhook: host, webhookVerdict: verdict, tookMs: ms }: StepFacts,
  say: Say,
): string | undefined {
  if (host === undefined || verdict === undefined) return undefined;
  return say(`webhook-${verdict}`, { host, ms: ms ?? '?' });
}

function attemptWords(facts: StepFacts, say: Say): string | undefined {
  const { attempt, upstream, target, status, keptBackCookie, contextGiven, token, model, toolServer } = facts;
  if (model !== undefined) return modelWords(facts, say);
  if (toolServer !== undefined) return toolWords(facts, say);
  if (upstream === undefined || target === undefined) return keptWords(facts, say);
  const said =
    status === undefined
      ? say('silent', { upstream, target })
      : say('answered', { upstream, target, status });
  const told = attempt === undefined || attempt === 1 ? said : say('again', { attempt, said });
  const cookie = keptBackCookie === true ? say('kept_back_cookie', {}) : undefined;
  const given = contextGiven === true ? say('context_given', {}) : undefined;
  const sentOn = token === undefined ? undefined : say(`token-${token}`, {});
  const all = [given, sentOn, cookie].reduce<string | undefined>(
    (before, next) => joined('with', say, before, next),
    told,
  );
  const ended = joined('next', say, all, failureWords(facts, say));
  return joined('next', say, ended, leftOutWords(facts, say));
}

function leftOutWords({ unwell, ejected, retriesSpent }: StepFacts, say: Say): string | undefined {
  const spent = retriesSpent === true ? say('retries_spent', {}) : undefined;
  const first = unwell === undefined ? undefined : say('unwell', { targets: unwell });
  const second = ejected === undefined ? undefined : say('ejected', { targets: ejected });
  return joined('next', say, spent, joined('next', say, first, second));
}

function keptWords({ cache, kept, ageSeconds }: StepFacts, say: Say): string | undefined {
  if (cache === undefined) return undefined;
  const found = say(`cache-${cache}`, { seconds: ageSeconds ?? 0 });
  return joined('with', say, found, kept === true ? say('cache_kept', {}) : undefined);
}

function toolWords(facts: StepFacts, say: Say): string | undefined {
  const { toolServer: server = '', toolMethod: method = '', tool, toolDigest, costMicros, currency } = facts;
  const { spoken = '' } = facts;
  const which =
    tool === undefined
      ? say('tool_server_asked', { server, method, spoken })
      : say('tool_called', { tool, server, spoken });
  const digest = toolDigest === undefined ? undefined : say('tool_digest', { digest: toolDigest });
  const cost =
    costMicros === undefined
      ? undefined
      : say('model_cost', { amount: (costMicros / 1_000_000).toFixed(6), currency: currency ?? '' });
  return joined('with', say, joined('with', say, which, digest), cost);
}

function modelWords(facts: StepFacts, say: Say): string | undefined {
  const { modelAsked: asked = '', model = '', provider = '', spoken = '' } = facts;
  const { lost, guarded, passedOver } = facts;
  const which = say('model_asked', { asked, model, provider, spoken });
  const parts = [
    costWords(facts, say),
    passedOver === undefined ? undefined : say('model_passed_over', { targets: passedOver }),
    guarded === undefined ? undefined : say('model_guarded', { guarded }),
    lost === undefined ? undefined : say('model_lost', { lost }),
  ];
  return parts.reduce<string | undefined>((told, part) => joined('next', say, told, part), which);
}

function costWords(facts: StepFacts, say: Say): string | undefined {
  const { inputTokens, outputTokens, costMicros, currency, countedBy } = facts;
  if (countedBy === 'cached') return savedWords(facts, say);
  if (inputTokens === undefined || outputTokens === undefined) return undefined;
  const tokens = say('model_tokens', { input: inputTokens, output: outputTokens });
  const cost =
    costMicros === undefined
      ? say('model_cost_unknown', {})
      : say('model_cost', { amount: (costMicros / 1_000_000).toFixed(6), currency: currency ?? '' });
  return joined('with', say, tokens, cost);
}

function savedWords({ savedMicros, currency = '' }: StepFacts, say: Say): string | undefined {
  const saved =
    savedMicros === undefined
      ? undefined
      : say('model_saved', { amount: (savedMicros / 1_000_000).toFixed(6), currency });
  return joined('with', say, say('model_kept', {}), saved);
}

function failureWords({ failure, waitedMs, connections }: StepFacts, say: Say): string | undefined {
  if (failure === undefined) return undefined;
  const known = { ms: waitedMs ?? '?', connections: connections ?? '?' };
  return say<AttemptFailure>(failure, known);
}

function seconds(milliseconds: number): number {
  return Number((milliseconds / 1000).toFixed(1));
}
