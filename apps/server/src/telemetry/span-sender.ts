import type { ToldCount } from '@signet/gateway';
import type { Span, SpanSink } from '@signet/gateway/ports';
import { postOtlp, rejectedOf } from './otlp.ts';
import { otlpSpans } from './otlp-spans.ts';

/** Collects spans and sends them to a collector in batches; a collector that is slow or away costs spans, and no request. */
export interface SpanSender extends SpanSink {
  readonly count: ToldCount;
  /** Sends what there is, once. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

export interface SpanSenderOptions {
  readonly node: string;
  readonly fetch: typeof fetch;
  /** Told why the collector takes nothing, and once more when it does again. */
  readonly report: (problem: string | undefined) => void;
  /** How many wait at most; more are dropped, and counted. */
  readonly mostWaiting?: number;
}

const usualMost = 2048;
const batchSize = 512;
const sendEvery = 1000;
const mostTries = 4;

interface Waiting {
  readonly endpoint: string;
  readonly span: Span;
}

export function createSpanSender(options: SpanSenderOptions): SpanSender {
  const { node, report, mostWaiting = usualMost } = options;
  const count = { sent: 0, dropped: 0 };
  let waiting: Waiting[] = [];
  let tries = 0;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | undefined;
  let isAway = false;

  async function send(): Promise<void> {
    const [first] = waiting;
    if (first === undefined) return;
    const { endpoint } = first;
    const batch = waiting.filter((each) => each.endpoint === endpoint).slice(0, batchSize);
    const gone = new Set(batch);
    waiting = waiting.filter((each) => !gone.has(each));
    const spans = batch.map(({ span }) => span);
    const posted = await postOtlp(options.fetch, endpoint, 'v1/traces', otlpSpans(spans, node));
    if (posted.kind === 'taken') {
      const rejected = Math.min(batch.length, rejectedOf(posted.answer, 'rejectedSpans'));
      tries = 0;
      count.sent += batch.length - rejected;
      count.dropped += rejected;
      if (isAway) report(undefined);
      isAway = false;
      return;
    }
    if (!isAway) report(posted.problem);
    isAway = true;
    tries = posted.kind === 'refused' ? mostTries : tries + 1;
    const room = tries >= mostTries ? 0 : Math.max(0, mostWaiting - waiting.length);
    if (tries >= mostTries) tries = 0;
    count.dropped += batch.length - Math.min(room, batch.length);
    waiting = [...batch.slice(0, room), ...waiting];
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    running ??= send().finally(() => {
      running = undefined;
      if (waiting.length > 0) wake(waiting.length >= batchSize && tries === 0 ? 0 : sendEvery * 2 ** tries);
    });
    return running;
  }

  function wake(after: number): void {
    timer ??= setTimeout(() => void flush(), after).unref();
  }

  return {
    send(endpoint, span) {
      if (waiting.length >= mostWaiting) {
        count.dropped += 1;
        return;
      }
      waiting.push({ endpoint, span });
      wake(sendEvery);
    },
    count,
    flush,
    async close() {
      await running;
      await flush();
      clearTimeout(timer);
      count.dropped += waiting.length;
      waiting = [];
    },
  };
}
