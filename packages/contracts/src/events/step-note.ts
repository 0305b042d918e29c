import type { StepName, StepRecord } from './decision-record.ts';
import type { NotNeededReason, StepFacts } from './step-facts.ts';

type Words = (facts: StepFacts) => string | undefined;

const reasons: Readonly<Record<NotNeededReason, string>> = {
  'public-route': 'The route is public',
  'nothing-asked': 'The route asks for no scope and no role',
  'no-limit': 'The route has no limit',
};

const words: Readonly<Record<StepName, Words>> = {
  'read-request': droppedWords,
  'match-route': ({ route }) => route && `Route ${route}`,
  'extract-token': ({ source }) => source && `One bearer token in ${source}`,
  'verify-token': verifiedWords,
  'check-revocation': ({ newsAgeMs }) =>
    newsAgeMs === undefined ? undefined : `Not revoked, by news ${seconds(newsAgeMs)} old`,
  authorize: askedWords,
  limit: budgetWords,
  forward: attemptWords,
};

/** What a step did and saw, in a sentence or two. Records made before steps had facts have only their note. */
export function stepNote({ step, facts, note }: StepRecord): string | undefined {
  const told = facts === undefined ? undefined : toldBy(step, facts);
  if (told === undefined || note === undefined) return told ?? note;
  return `${told}. ${note}`;
}

function toldBy(step: StepName, facts: StepFacts): string | undefined {
  return facts.because === undefined ? words[step](facts) : reasons[facts.because];
}

function droppedWords({
  droppedHeaders,
  furtherDropped,
  droppedSignInCookie,
}: StepFacts): string | undefined {
  const notes: string[] = [];
  if (droppedHeaders !== undefined) {
    const more = furtherDropped === undefined ? '' : ` and ${furtherDropped} more`;
    notes.push(`Not passed on, as only a gateway may say it: ${droppedHeaders}${more}`);
  }
  if (droppedSignInCookie === true)
    notes.push('Not passed on, as only the identity provider may see it: a cookie of sign-in');
  return notes.length === 0 ? undefined : notes.join('. ');
}

function verifiedWords({ remembered, issuer, alg, kid }: StepFacts): string | undefined {
  if (issuer === undefined) return undefined;
  const key = kid === undefined ? '' : `, key ${kid}`;
  const how = remembered === true ? 'remembered from an earlier request' : 'checked for this request';
  return `Signed by ${issuer} with ${alg}${key}; the signature was ${how}`;
}

function askedWords({ scopes, roles }: StepFacts): string | undefined {
  const carried: string[] = [];
  if (scopes !== undefined) carried.push(`the scopes ${scopes}`);
  if (roles !== undefined) carried.push(`one of the roles ${roles}`);
  return carried.length === 0 ? undefined : `Carries ${carried.join(' and ')}`;
}

function budgetWords({ count, perMs, by, left }: StepFacts): string | undefined {
  if (count === undefined || perMs === undefined || by === undefined) return undefined;
  const whose = by === 'route' ? 'for the whole route' : `for each ${by}`;
  const budget = `${count} in ${seconds(perMs)} ${whose}`;
  return left === undefined ? `A budget of ${budget}` : `${left} left of ${budget}`;
}

function attemptWords({ attempt, upstream, target, status, keptBackCookie }: StepFacts): string | undefined {
  if (upstream === undefined) return undefined;
  const answered = status === undefined ? 'did not answer' : `answered ${status}`;
  const said = `${upstream} at ${target} ${answered}`;
  const told = attempt === undefined || attempt === 1 ? said : `Attempt ${attempt}: ${said}`;
  return keptBackCookie === true ? `${told}; the cookie of sign-in it set was not passed on` : told;
}

function seconds(milliseconds: number): string {
  return `${Number((milliseconds / 1000).toFixed(1))} s`;
}
