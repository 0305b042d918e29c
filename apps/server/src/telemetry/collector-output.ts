import { elapsed, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { LineOutput } from './line-output.ts';
import { postOtlp, rejectedOf } from './otlp.ts';
import { otlpLines } from './otlp-lines.ts';

export interface CollectorOptions {
  readonly node: string;
  readonly fetch: typeof fetch;
  readonly steady: SteadyClock;
}

/** In one sending. */
const mostLines = 512;
/** Milliseconds for which a collector that is away is left alone; twice as long each time, up to the second. */
const firstPause = 1000;
const longestPause = 16_000;

/** Sends lines to a collector that speaks OTLP over HTTP. What it cannot take now comes again; what it will not have is lost. */
export function collectorOutput(endpoint: string, { node, fetch, steady }: CollectorOptions): LineOutput {
  let pause = 0;
  let failedAt: SteadyTime | undefined;
  return {
    mostLines,
    async write(lines) {
      if (elapsed(failedAt, steady()) < pause) return { taken: 0, problem: 'The collector is away.' };
      const posted = await postOtlp(fetch, endpoint, 'v1/logs', otlpLines(lines, node));
      if (posted.kind === 'again') {
        failedAt = steady();
        pause = Math.min(longestPause, Math.max(firstPause, pause * 2));
        return { taken: 0, problem: posted.problem };
      }
      pause = 0;
      const { length: taken } = lines;
      if (posted.kind === 'refused') return { taken, rejected: taken, problem: posted.problem };
      return { taken, rejected: Math.min(taken, rejectedOf(posted.answer, 'rejectedLogRecords')) };
    },
    close: async () => undefined,
  };
}
