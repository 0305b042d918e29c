import { execFileSync } from 'node:child_process';
import cluster from 'node:cluster';
import { type IncomingHttpHeaders, request } from 'node:http';
import { text } from 'node:stream/consumers';

/** What a gateway answered, read to its end. */
export interface Answer {
  readonly status: number | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** The numbers of the gateway processes; their primary is this process. */
export function gatewayProcesses(): readonly number[] {
  return Object.values(cluster.workers ?? {}).flatMap((worker) =>
    worker === undefined || worker.isDead() ? [] : (worker.process.pid ?? []),
  );
}

/**
 * What `ask` answers when each gateway process in turn is the only one that runs. They share one port and take what
 * they can get, so that no number of calls would be sure to meet all of them. `ask` has to come by a connection of its
 * own: a kept one ends in a process that is held up.
 */
export async function askEachProcess<Answered>(ask: () => Promise<Answered>): Promise<readonly Answered[]> {
  const all = gatewayProcesses();
  if (all.length === 0) return [await ask()];
  const answers: Answered[] = [];
  for (const asked of all) {
    const others = all.filter((id) => id !== asked);
    try {
      others.forEach(holdUp);
      answers.push(await ask());
    } finally {
      for (const id of others) process.kill(id, 'SIGCONT');
    }
  }
  return answers;
}

/** Calls by a connection of its own. */
export function callAnew(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = request(url, { headers, agent: false }, (response) => {
      const { statusCode: status, headers } = response;
      text(response).then((body) => resolve({ status, headers, text: body }), reject);
    });
    call.once('error', reject).end();
  });
}

/** Waits, with all of this process, until the system has ended it: nothing that runs here hears of it before. */
export function killUnheard(id: number): void {
  process.kill(id, 'SIGKILL');
  waitForState(id, 'Z');
}

/** The signal is on its way when `kill` returns: until it has come, the process may take a connection. */
function holdUp(id: number): void {
  process.kill(id, 'SIGSTOP');
  waitForState(id, 'T');
}

/** @param state the letter that `ps` begins with. @throws Error when the process does not come to it */
function waitForState(id: number, state: 'T' | 'Z'): void {
  for (let look = 0; look < 1000; look += 1) {
    if (execFileSync('ps', ['-o', 'stat=', '-p', String(id)], { encoding: 'utf8' }).startsWith(state)) return;
  }
  throw new Error(`Process ${id} did not come to the state ${state}.`);
}
