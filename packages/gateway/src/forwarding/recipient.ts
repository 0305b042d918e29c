import type { ResponseHead } from '../http1/response-head.ts';

/** Who gets an upstream's answer: the client, or somebody who stands before it. */
export interface Recipient {
  early(head: ResponseHead): void;
  /** @returns whether a cookie of sign-in was kept back, which is the identity provider's */
  head(head: ResponseHead): boolean;
  /** False when there is enough to read for now. The piece is only valid during the call unless it is copied or written on. */
  body(piece: Buffer): boolean;
  end(trailers: readonly string[]): void;
  /** The client has read what there was. */
  readerMoves(): void;
  /** No answer comes, or no more of it. True: the client is answered otherwise. */
  failed(): boolean;
  /** The client's answer is over. @returns whether what its upstream may still send is for nobody */
  closed(): boolean;
}
