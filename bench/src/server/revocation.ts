import { temporaryFolder } from '@signet/testing/machine';
import type { Bench, BenchOptions, Findings } from '../bench.ts';
import { IdentityClient } from './identity-client.ts';
import { type Observation, observeLogout, summarise } from './observe-logout.ts';
import { type MeasuredSignet, startMeasured } from './start-signet.ts';
import { WorkerConnection } from './worker-connection.ts';

export const revocation: Bench = {
  name: 'revocation',
  purpose: 'from logout to refusal in each of 2 gateway processes',
  run,
};

const workers = 2;
const logoutsPerRound = 200;

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
