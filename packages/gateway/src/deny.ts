import {
  bearerChallenge,
  errorCatalogue,
  type Problem,
  type ProblemContext,
  problemContentType,
  toProblem,
} from '@signet/contracts';
import type { Denial } from './denial.ts';
import type { Journey } from './journey.ts';
import { type ProtectedResource, withResource } from './mcp/protected-resource.ts';
import type { SpeakProblem } from './speak-problem.ts';

const realm = 'signet';
/** RFC 7617 §2 and §2.1. */
const basicChallenge = `Basic realm="${realm}", charset="UTF-8"`;

export interface DenialAnswer {
  readonly status: number;
  /** Name, value, name, value … */
  readonly headers: readonly string[];
  readonly body: string;
}

/** Answers the request with the refusal, unless an answer is under way already: then the connection is cut. */
export function deny(journey: Journey, denial: Denial): void {
  if (journey.denial !== undefined) return;
  const { call, reference, live } = journey;
  const { answer } = call;
  const told = denialAnswer(
    denial,
    { reference, issuer: live.snapshot.selfIssuer },
    journey.speak,
    journey.resource,
  );
  journey.denial = denial;
  if (denial.details.closes === true) call.closeAfterAnswer();
  const begun = answer.status !== 0;
  journey.status = begun ? answer.status : told.status;
  if (begun || answer.over) {
    answer.cutOff();
    return;
  }
  answer.begin(told.status, journey.shape?.shape(told.headers, 'refusal') ?? told.headers);
  answer.end(told.body);
}

/** Status, challenges (RFC 6750 §3, RFC 7617 §2) and problem document (RFC 9457) of a refusal. */
export function denialAnswer(
  denial: Denial,
  context: ProblemContext,
  speak: SpeakProblem = asProblem,
  resource?: ProtectedResource,
): DenialAnswer {
  const problem = toProblem(denial.refusal, context);
  const { type, body, status = problem.status } = speak(problem);
  const headers = [
    'content-type',
    type,
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
    'x-content-type-options',
    'nosniff',
    'signet-reference',
    context.reference,
  ];
  for (const challenge of challengesOf(denial, problem)) {
    const isBearer = resource !== undefined && challenge.startsWith('Bearer ');
    headers.push('www-authenticate', isBearer ? withResource(challenge, resource) : challenge);
  }
  if (denial.details.headers !== undefined) headers.push(...denial.details.headers);
  if (denial.details.closes === true) headers.push('connection', 'close');
  return { status, headers, body };
}

const asProblem: SpeakProblem = (problem) => ({ type: problemContentType, body: JSON.stringify(problem) });

function challengesOf({ refusal, details }: Denial, { status }: Problem): readonly string[] {
  const offersBasic = status === 401 && details.basic !== undefined;
  const isAboutToken = status === 401 || errorCatalogue[refusal.code].bearer !== undefined;
  if (!isAboutToken) return [];
  if (offersBasic && details.basic === 'alone') return [basicChallenge];
  const bearer = bearerChallenge(refusal, realm, details.challenge);
  return offersBasic ? [basicChallenge, bearer] : [bearer];
}
