import type { Findings } from '../bench.ts';
import { percentile } from '../measure/percentile.ts';
import type { IdentityClient } from './identity-client.ts';

const refused = 401;

/** One gateway process, over a connection that stays. */
export interface Caller {
  readonly node: string;
  /** Calls a protected route; the answer's status. */
  call(token: string): Promise<number>;
}

/** How one logout reached one gateway process. */
export interface Observation {
  readonly node: string;
  /** From sending the logout to the end of the first refusal. */
  readonly fromSendingMs: number;
  /** From the logout's answer to the end of the first refusal; less than 0 where the refusal came before. */
  readonly fromAnswerMs: number;
  /** Calls that were begun after the logout's answer and still let through. */
  readonly acceptedAfterAnswer: number;
}

interface Call {
  readonly begun: number;
  readonly ended: number;
  readonly status: number;
}

/** Logs in, calls everywhere without a pause, logs out: when did which process refuse? */
export async function observeLogout(
  client: IdentityClient,
  connections: readonly Caller[],
): Promise<readonly Observation[]> {
  const session = await client.login();
  await Promise.all(connections.map((connection) => expectAccepted(connection, session.accessToken)));
  const calling = connections.map((connection) => callUntilRefused(connection, session.accessToken));
  const sent = performance.now();
  await client.logout(session);
  const answered = performance.now();
  const calls = await Promise.all(calling);
  return connections.map(({ node }, at) => observe(node, calls[at] ?? [], sent, answered));
}

async function expectAccepted(connection: Caller, token: string): Promise<void> {
  const status = await connection.call(token);
  if (status !== 200) throw new Error(`${connection.node} answered a good token with ${status}.`);
}

const patienceMs = 5_000;

/** Calls without a pause until the token is refused. */
async function callUntilRefused(connection: Caller, token: string): Promise<readonly Call[]> {
  const calls: Call[] = [];
  const gaveUp = performance.now() + patienceMs;
  while (calls.at(-1)?.status !== refused) {
    const begun = performance.now();
    if (begun > gaveUp) throw new Error(`${connection.node} still lets a token through long after logout.`);
    const status = await connection.call(token);
    calls.push({ begun, ended: performance.now(), status });
  }
  return calls;
}

/** What the calls on one connection say of a logout sent and answered at these times. */
export function observe(node: string, calls: readonly Call[], sent: number, answered: number): Observation {
  const ended = calls.find(({ status }) => status === refused)?.ended ?? Number.POSITIVE_INFINITY;
  const late = calls.filter(({ begun, status }) => begun > answered && status !== refused);
  return {
    node,
    fromSendingMs: ended - sent,
    fromAnswerMs: ended - answered,
    acceptedAfterAnswer: late.length,
  };
}

export function summarise(observations: readonly Observation[]): Findings {
  const nodes = [...new Set(observations.map(({ node }) => node))].sort();
  const measured = nodes.flatMap((node) => describeNode(observations.filter((each) => each.node === node)));
  const columns = [
    { title: 'row' },
    { title: 'logouts' },
    { title: 'p50 ms', decimals: 2 },
    { title: 'p99 ms', decimals: 2 },
    { title: 'accepted after the answer' },
  ];
  const table = measured.map(({ name, count, p50Ms, p99Ms, late }) => [name, count, p50Ms, p99Ms, late]);
  const rows = measured.map(({ name, p50Ms, p99Ms }) => ({ name, p50Ms, p99Ms }));
  return { columns, table, rows };
}

/** A refusal that came before the logout's answer took no time from it. */
function describeNode(observations: readonly Observation[]) {
  const node = observations[0]?.node ?? '';
  const late = observations.reduce((sum, { acceptedAfterAnswer }) => sum + acceptedAfterAnswer, 0);
  const line = (name: string, took: readonly number[]) => ({
    name: `${node}-${name}`,
    count: took.length,
    p50Ms: percentile(took, 0.5),
    p99Ms: percentile(took, 0.99),
    late,
  });
  return [
    line(
      'from-sending',
      observations.map(({ fromSendingMs }) => fromSendingMs),
    ),
    line(
      'from-answer',
      observations.map(({ fromAnswerMs }) => Math.max(0, fromAnswerMs)),
    ),
  ];
}
