import type { ToldCount } from '@signet/gateway';
import type { Span, SpanSink } from '@signet/gateway/ports';
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
const longestSending = 5000;
const mostTries = 4;
const longestAnswer = 64 * 1024;
/** Of OTLP over HTTP: whoever answers so may be asked again. */
const mayAskAgain = new Set([429, 502, 503, 504]);

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

  /** @returns how many of them it took; 'again' where it may take them later. */
  async function post(endpoint: string, spans: readonly Span[]): Promise<number | 'again'> {
    const response = await options.fetch(`${endpoint.replace(/\/$/, '')}/v1/traces`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(otlpSpans(spans, node)),
      // A collector that sends elsewhere is not the one that was named.
      redirect: 'error',
      signal: AbortSignal.timeout(longestSending),
    });
    const answer = await readBounded(response);
    if (response.ok) return spans.length - rejectedOf(answer);
    if (mayAskAgain.has(response.status)) return 'again';
    throw new Error(`The collector answers ${response.status}.`);
  }

  async function send(): Promise<void> {
    const [first] = waiting;
    if (first === undefined) return;
    const { endpoint } = first;
    const batch = waiting.filter((each) => each.endpoint === endpoint).slice(0, batchSize);
    const gone = new Set(batch);
    waiting = waiting.filter((each) => !gone.has(each));
    let taken: number | 'again' = 'again';
    let problem = 'The collector is overloaded.';
    try {
      taken = await post(
        endpoint,
        batch.map(({ span }) => span),
      );
    } catch (error) {
      problem = error instanceof Error ? error.message : 'of something unexpected';
      if (problem.startsWith('The collector answers')) tries = mostTries;
    }
    if (taken !== 'again') {
      tries = 0;
      count.sent += taken;
      count.dropped += batch.length - taken;
      if (isAway) report(undefined);
      isAway = false;
      return;
    }
    if (!isAway) report(problem);
    isAway = true;
    tries += 1;
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

/** Nobody's answer fills the memory; what is too long is not read as anything. */
async function readBounded({ body }: Response): Promise<string> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body ?? []) {
    size += piece.length;
    if (size > longestAnswer) return '';
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString();
}

/** `partialSuccess.rejectedSpans`, a number or its digits. */
function rejectedOf(answer: string): number {
  const digits = /"rejectedSpans"\s{0,8}:\s{0,8}"?([0-9]{1,9})/.exec(answer)?.[1];
  return digits === undefined ? 0 : Number(digits);
}
