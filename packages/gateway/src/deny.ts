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
import { closeAfterAnswer } from './request/closing-connections.ts';
import { cutOff } from './request/cut-off.ts';

const realm = 'signet';

export interface DenialAnswer {
  readonly status: number;
  /** Name, value, name, value … */
  readonly headers: readonly string[];
  readonly body: string;
}

/** Answers the request with the refusal, unless an answer is under way already: then the connection is cut. */
export function deny(journey: Journey, denial: Denial): void {
  if (journey.denial !== undefined) return;
  const { request, response } = journey;
  const { reference, live } = journey;
  const answer = denialAnswer(denial, { reference, issuer: live.snapshot.selfIssuer });
  journey.denial = denial;
  if (denial.details.closes === true) closeAfterAnswer(request.socket);
  journey.status = response.headersSent ? response.statusCode : answer.status;
  if (response.headersSent || response.destroyed) {
    cutOff(response);
    return;
  }
  response.writeHead(answer.status, answer.headers as string[]);
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

/** Status, challenge (RFC 6750 §3) and problem document (RFC 9457) of a refusal. */
export function denialAnswer(denial: Denial, context: ProblemContext): DenialAnswer {
  const problem = toProblem(denial.refusal, context);
  const body = JSON.stringify(problem);
  const headers = [
    'content-type',
    problemContentType,
    'content-length',
    String(Buffer.byteLength(body)),
    'cache-control',
    'no-store',
    'x-content-type-options',
    'nosniff',
    'signet-reference',
    context.reference,
  ];
  const challenge = challengeOf(denial, problem);
  if (challenge !== undefined) headers.push('www-authenticate', challenge);
  if (denial.details.headers !== undefined) headers.push(...denial.details.headers);
  if (denial.details.closes === true) headers.push('connection', 'close');
  return { status: problem.status, headers, body };
}

function challengeOf({ refusal, details }: Denial, { status }: Problem): string | undefined {
  const isAboutToken = status === 401 || errorCatalogue[refusal.code].bearer !== undefined;
  return isAboutToken ? bearerChallenge(refusal, realm, details.challenge) : undefined;
}
