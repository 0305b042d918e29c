import type { Relay } from '../forwarding/relay.ts';
import type { ResponseHead } from '../http1/response-head.ts';
import { cacheStatus, type StatusParts } from './cache-status.ts';
import { partOf } from './conditions.ts';
import type { KeptAnswer } from './kept-answer.ts';

/** A piece that may go at once; behind it the client is asked whether it has room. */
const pieceBytes = 64 * 1024;

export interface KeptRelayOptions {
  readonly relay: Relay;
  readonly kept: KeptAnswer;
  /** Headers of the request: name, value, name, value … */
  readonly asked: readonly string[];
  readonly isHead: boolean;
  readonly status: StatusParts;
}

/** Sends an answer that is kept, no faster than the client reads it. */
export class KeptRelay {
  readonly #relay: Relay;
  readonly #rest: Buffer;
  #sent = 0;
  #ended = false;

  constructor({ relay, kept, asked, isHead, status }: KeptRelayOptions) {
    const { head, body } = answerOf(kept, asked, status);
    this.#relay = relay;
    this.#rest = isHead ? Buffer.alloc(0) : body;
    relay.head(head);
  }

  /** Called first, and whenever the client has read what there was. */
  send(): void {
    while (this.#sent < this.#rest.length) {
      const piece = this.#rest.subarray(this.#sent, this.#sent + pieceBytes);
      this.#sent += piece.length;
      if (!this.#relay.body(piece)) return;
    }
    if (this.#ended) return;
    this.#ended = true;
    this.#relay.end([]);
  }
}

function answerOf(
  kept: KeptAnswer,
  asked: readonly string[],
  told: StatusParts,
): { readonly head: ResponseHead; readonly body: Buffer } {
  const { status, reason, body, freshness } = kept;
  const ttl = told.fwd === undefined ? { ttl: freshness.left } : {};
  const headers = [
    ...kept.headers,
    'age',
    String(freshness.age),
    'cache-status',
    cacheStatus({ ...told, ...ttl }),
  ];
  const part = partOf(asked, kept.headers, { status, bytes: body.length });
  const empty = { body: Buffer.alloc(0), reason: '' };
  switch (part.kind) {
    case 'unchanged':
      return answered({ ...empty, status: 304, headers: withoutContent(headers) });
    case 'unsatisfiable':
      return answered({
        ...empty,
        status: 416,
        headers: [
          ...withoutContent(headers),
          'content-range',
          `bytes */${body.length}`,
          'content-length',
          '0',
        ],
      });
    case 'range': {
      const piece = body.subarray(part.from, part.to);
      const range = `bytes ${part.from}-${part.to - 1}/${body.length}`;
      const length = ['content-range', range, 'content-length', String(piece.length)];
      return answered({ status: 206, reason: '', headers: [...headers, ...length], body: piece });
    }
    case 'whole': {
      const length = status === 204 ? [] : ['content-length', String(body.length)];
      return answered({ status, reason, headers: [...headers, ...length], body });
    }
  }
}

function answered({
  status,
  reason,
  headers,
  body,
}: {
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly string[];
  readonly body: Buffer;
}): { readonly head: ResponseHead; readonly body: Buffer } {
  const bytes = body.length;
  const framing = bytes === 0 ? ({ kind: 'none' } as const) : ({ kind: 'length', bytes } as const);
  return { head: { status, reason, rawHeaders: headers, framing, persistent: true }, body };
}

/** Fields that speak of a body; `Content-Location` speaks of the resource (RFC 9110 §15.4.5). */
function withoutContent(headers: readonly string[]): readonly string[] {
  return headers.filter((_, at) => {
    const name = (headers[at - (at % 2)] ?? '').toLowerCase();
    return name === 'content-location' || !name.startsWith('content-');
  });
}
