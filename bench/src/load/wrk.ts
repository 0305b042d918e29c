import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { Children } from '@signet/testing/processes';
import { loadCore, pinned } from '../process/cores.ts';
import type { Load, LoadResult } from './load.ts';

const script = fileURLToPath(new URL('./rotate-tokens.lua', import.meta.url));

/** Load by `wrk`, one thread on the load's core. `program` is how to call it. */
export function wrkLoad(program: string): Load {
  return async (target, seconds, signal) => {
    await using children = new Children(signal);
    const options = [
      '-t1',
      `-c${target.connections}`,
      `-d${seconds}s`,
      '--latency',
      '--timeout',
      '10s',
      '-s',
      script,
      target.url,
    ];
    const { question } = target;
    const asked = question === undefined ? [] : [question.bodyFile, question.headersFile];
    const command = { program, arguments: [...options, '--', target.tokensFile, ...asked] };
    const { child, output } = await children.start(pinned(loadCore, command));
    await once(child, 'close');
    signal.throwIfAborted();
    return parseWrk(output());
  };
}

/** Reads the line that `rotate-tokens.lua` writes at the end. Throws with the whole output when it is not there. */
export function parseWrk(output: string): LoadResult {
  const json = /^result (\{.*\})$/m.exec(output)?.[1];
  if (json === undefined) throw new Error(`wrk ended without a result:\n${output}`);
  return JSON.parse(json) as LoadResult;
}
