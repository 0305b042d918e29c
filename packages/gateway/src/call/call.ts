import type { X509Certificate } from 'node:crypto';
import type { Duplex, Readable } from 'node:stream';

/** What a client asked, and the way back to it: all that the steps know of the wire. */
export interface Call {
  readonly method: string;
  /** Path and query, as they came. */
  readonly target: string;
  /** Of HTTP, such as `1.1`. */
  readonly version: string;
  /** As they came: name, value, name, value … */
  readonly rawHeaders: readonly string[];
  /** The address at the other end of the connection; undefined where that has ended. */
  readonly peer: string | undefined;
  /** The same object for all calls of one connection. */
  readonly connection: object;
  /** Which the client has shown in the handshake, issued by an authority that counts here. */
  readonly certificate: X509Certificate | undefined;
  readonly body: CallBody;
  readonly answer: Answer;
  /** The client would go on as a WebSocket. */
  readonly socket?: SocketOffer;
  /** What a proxy that asks says of the request, where that is not in `rawHeaders`. */
  readonly saidHeaders?: readonly string[];
  /** Whoever sent it forwards it: a proxy that only asks whether it may. */
  readonly onlyAsked?: true;
  /** Nobody knows where the next request on the connection would begin: what still comes on it is not read as one. */
  closeAfterAnswer(): void;
}

/** The bare connection, or a stream of one, for who takes the offer of another protocol in place of an answer. */
export interface SocketOffer {
  /**
   * Says that the protocol changes, and hands the connection over; `Answer` hears of its end as of any other.
   * @param headers name, value, name, value …
   */
  accept(headers: readonly string[]): Duplex;
}

/** The bytes without their framing; `close` before it is complete says that the client broke off. */
export type CallBody = Readable & {
  /** The fields behind it, once it is complete: name, value, name, value … */
  readonly rawTrailers: readonly string[];
  /** All of it has come, even if nobody has read it yet. */
  readonly complete: boolean;
};

/** What the client gets; where it is the answer to `HEAD`, without its body. In order: `continue` and `early` perhaps, `begin`, `write` …, `end`; and `cutOff` at any time. */
export interface Answer {
  /** 0 until it has begun. */
  readonly status: number;
  /** Nobody gets more of it: all has been sent, the client left, or it was cut off. */
  readonly over: boolean;
  /** All of it is on its way. */
  readonly finished: boolean;
  /** Whom to tell what becomes of it; asked of once. */
  watch(watcher: AnswerWatcher): void;
  /** The client may send the body that it announced (`100 Continue`). */
  continue(): void;
  /** What may be fetched ahead of the answer, as values of `Link` (`103 Early Hints`); not for a client of HTTP/1.0. */
  early(links: readonly string[]): void;
  /**
   * @param headers name, value, name, value …
   * @param isWhole nothing comes behind the head, not even trailers
   */
  begin(status: number, headers: readonly string[], reason?: string, isWhole?: boolean): void;
  /** False when the client has enough to read for now. */
  write(piece: Buffer): boolean;
  /**
   * Does nothing where it has ended.
   * @param trailers name, value, name, value …; left out where the client could not tell them from the body
   */
  end(rest?: Buffer | string, trailers?: readonly string[]): void;
  /** Ends an answer that cannot be completed, and the connection with it, so that nobody takes a part for the whole. */
  cutOff(): void;
}

export interface AnswerWatcher {
  /** The client has read what there was. */
  readerMoves(): void;
  /** It is over; called once. */
  closed(): void;
}
