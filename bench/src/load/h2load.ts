import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { Children } from '@signet/testing/processes';
import { loadCore, pinned } from '../process/cores.ts';

/** What `h2load` found. */
export interface Http2Result {
  readonly requests: number;
  readonly seconds: number;
  /** Answers other than 2xx, and requests that got none. */
  readonly failures: number;
}

const connections = 16;
const streamsOfEach = 8;

/** Load by `h2load`, one thread on the load's core; all requests carry the first token of the file. */
export async function h2load(
  program: string,
  {
    url,
    tokensFile,
    requests,
  }: { readonly url: string; readonly tokensFile: string; readonly requests: number },
  signal: AbortSignal,
): Promise<Http2Result> {
  await using children = new Children(signal);
  const [token = ''] = (await readFile(tokensFile, 'utf8')).split('\n', 1);
  const options = [`-n${requests}`, `-c${connections}`, `-m${streamsOfEach}`, '-t1'];
  const command = { program, arguments: [...options, '-H', `authorization: Bearer ${token}`, url] };
  const { child, output } = await children.start(pinned(loadCore, command));
  await once(child, 'close');
  signal.throwIfAborted();
  return parseH2load(output());
}

/** Throws with the whole output where no result is in it. */
export function parseH2load(output: string): Http2Result {
  const [, amount = '', unit = ''] = /^finished in ([\d.]+)(us|ms|s),/m.exec(output) ?? [];
  const requests = Number(/^requests: (\d+) total/m.exec(output)?.[1]);
  const good = Number(/^status codes: (\d+) 2xx/m.exec(output)?.[1]);
  const seconds = Number(amount) / ({ us: 1e6, ms: 1e3, s: 1 }[unit] ?? Number.NaN);
  if (Number.isNaN(requests + good + seconds)) throw new Error(`h2load ended without a result:\n${output}`);
  return { requests, seconds, failures: requests - good };
}
