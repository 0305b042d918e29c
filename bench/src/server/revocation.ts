import { temporaryFolder } from '@signet/testing/machine';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { percentile } from '../measure/percentile.ts';
import { IdentityClient } from './identity-client.ts';
import { type MeasuredSignet, startMeasured } from './start-signet.ts';
import { WorkerConnection } from './worker-connection.ts';

export const revocation: Bench = {
  name: 'revocation',
  purpose: 'from logout to refusal in each of 2 gateway processes',
  run,
};

const workers = 2;
const logoutsPerRound = 200;
const refused = 401;

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

async function run({ rounds }: BenchOptions, signal: AbortSignal): Promise<Findings> {
  await using resources = new AsyncDisposableStack();
  const folder = resources.use(temporaryFolder());
  const signet = resources.use(await startMeasured(folder.path, workers, signal));
  const client = resources.use(new IdentityClient(signet, 1));
  const connections = await connectToEach(signet, resources);
  const observations: Observation[] = [];
  for (let logout = 0; logout < rounds * logoutsPerRound; logout++) {
    signal.throwIfAborted();
    observations.push(...(await observeLogout(client, connections)));
  }
  return summarise(observations);
}

/** Connections are dealt out in turn, so a few more than there are processes find all of them. */
async function connectToEach(
  signet: MeasuredSignet,
  resources: AsyncDisposableStack,
): Promise<WorkerConnection[]> {
  const found = new Map<string, WorkerConnection>();
  for (let attempt = 0; attempt < workers * 4 && found.size < workers; attempt++) {
    const connection = resources.use(await WorkerConnection.open(signet));
    found.set(connection.node, connection);
  }
  if (found.size < workers) throw new Error(`Found ${found.size} of ${workers} gateway processes.`);
  return [...found.values()].sort((one, other) => one.node.localeCompare(other.node));
}

interface Call {
  readonly begun: number;
  readonly ended: number;
  readonly status: number;
}

async function observeLogout(client: IdentityClient, connections: readonly WorkerConnection[]) {
  const session = await client.login();
  await Promise.all(connections.map((connection) => expectAccepted(connection, session.accessToken)));
  const calling = connections.map((connection) => callUntilRefused(connection, session.accessToken));
  const sent = performance.now();
  await client.logout(session);
  const answered = performance.now();
  const calls = await Promise.all(calling);
  return connections.map(({ node }, at) => observe(node, calls[at] ?? [], sent, answered));
}

async function expectAccepted(connection: WorkerConnection, token: string): Promise<void> {
  const status = await connection.call(token);
  if (status !== 200) throw new Error(`${connection.node} answered a good token with ${status}.`);
}

const patienceMs = 5_000;

/** Calls without a pause until the token is refused. */
async function callUntilRefused(connection: WorkerConnection, token: string): Promise<readonly Call[]> {
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

function summarise(observations: readonly Observation[]): Findings {
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
