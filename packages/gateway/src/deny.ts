import {
  errorCatalogue,
  type Problem,
  problemContentType,
  type Reference,
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
  const answer = denialAnswer(denial, journey.reference);
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
export function denialAnswer(denial: Denial, reference: Reference): DenialAnswer {
  const problem = toProblem(denial.refusal, reference);
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
    reference,
  ];
  const challenge = challengeOf(denial, problem);
  if (challenge !== undefined) headers.push('www-authenticate', challenge);
  if (denial.details.headers !== undefined) headers.push(...denial.details.headers);
  if (denial.details.closes === true) headers.push('connection', 'close');
  return { status: problem.status, headers, body };
}

/** Where no token came, the challenge names no error: there was nothing wrong with a token yet (RFC 6750 §3.1). */
function challengeOf({ refusal, details }: Denial, { status }: Problem): string | undefined {
  const { bearer } = errorCatalogue[refusal.code];
  if (bearer === undefined) return status === 401 ? `Bearer realm="${realm}"` : undefined;
  const scope = details.scope === undefined ? '' : `, scope="${quotable(details.scope)}"`;
  const description = `error_description="${quotable(refusal.sentence)}"`;
  return `Bearer realm="${realm}", error="${bearer}", ${description}${scope}`;
}

/** RFC 6750 §3 allows `%x20-21 / %x23-5B / %x5D-7E` between the quotes. */
function quotable(text: string): string {
  return text.replace(/[^\x20-\x21\x23-\x5b\x5d-\x7e]/g, "'");
}
