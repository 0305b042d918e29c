import { Readable } from 'node:stream';
import type { Answer, AnswerWatcher, Call, CallBody } from '../call/call.ts';
import { Journey } from '../journey.ts';

/** The same request once more, for no client. */
export function refreshJourney({ call, live, reference, at, startedAt, address, scheme }: Journey): Journey {
  const { target, version, rawHeaders, peer, connection, certificate } = call;
  const own: Call = {
    method: 'GET',
    target,
    version,
    rawHeaders,
    peer,
    connection,
    certificate,
    body: noBody(),
    answer: new NobodysAnswer(),
    closeAfterAnswer: () => undefined,
  };
  return new Journey({ call: own, live, reference, now: { wall: at, steady: startedAt }, address, scheme });
}

function noBody(): CallBody {
  return Object.assign(Readable.from([]), { rawTrailers: [], complete: true });
}

class NobodysAnswer implements Answer {
  status = 0;
  over = false;
  finished = false;
  #watcher: AnswerWatcher | undefined;

  watch(watcher: AnswerWatcher): void {
    this.#watcher = watcher;
  }

  continue(): void {}

  early(): void {}

  begin(status: number): void {
    this.status = status;
  }

  write(): boolean {
    return true;
  }

  end(): void {
    this.finished = true;
    this.#close();
  }

  cutOff(): void {
    this.#close();
  }

  /** In a turn of its own, as the others do. */
  #close(): void {
    if (this.over) return;
    this.over = true;
    queueMicrotask(() => this.#watcher?.closed());
  }
}
