import { spawnSync } from 'node:child_process';
import type { Explanation } from '@signet/contracts';
import { main } from '@signet/testing/signet';
import { Client } from 'undici';
import type { MeasuredSignet } from './start-signet.ts';

/** One keep-alive connection to the gateway, and so to one of its processes, for as long as it lasts. */
export class WorkerConnection implements AsyncDisposable {
  /** The process at the other end, such as `gateway-1`. */
  readonly node: string;
  readonly #client: Client;

  private constructor(node: string, client: Client) {
    this.node = node;
    this.#client = client;
  }

  /** Opens a connection and asks `signet explain` which process answered on it. */
  static async open(signet: MeasuredSignet): Promise<WorkerConnection> {
    const client = new Client(signet.gateway, { pipelining: 1, keepAliveTimeout: 600_000 });
    const { headers } = await get(client, '');
    const reference = String(headers['signet-reference']);
    return new WorkerConnection(explainNode(signet.dataFolder, reference), client);
  }

  /** Calls the protected demo route; the answer's status. */
  async call(token: string): Promise<number> {
    return (await get(this.#client, token)).statusCode;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#client.destroy();
  }
}

async function get(client: Client, token: string) {
  const headers = token === '' ? {} : { authorization: `Bearer ${token}` };
  const answer = await client.request({ method: 'GET', path: '/demo/bench', headers });
  await answer.body.dump();
  return answer;
}

/** The process is told among the circumstances of a decision. */
function explainNode(dataFolder: string, reference: string): string {
  const words = [main, 'explain', reference, '--json', '--data', dataFolder];
  const { status, stdout, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' });
  if (status !== 0) throw new Error(`signet explain failed: ${stderr.slice(0, 500)}`);
  const { circumstances } = JSON.parse(stdout) as Explanation;
  const node = circumstances.find(({ name }) => name === 'Decided by')?.value;
  if (node === undefined) throw new Error('signet explain did not say which process decided.');
  return node;
}
