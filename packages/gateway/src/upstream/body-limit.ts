import { Transform, type TransformCallback } from 'node:stream';
import { outliveErrors } from '../outlive-errors.ts';

/** Lets at most `maxBytes` through: the cap of a body that did not announce its length. */
export class BodyLimit extends Transform {
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    super();
    this.#maxBytes = maxBytes;
    // Once the request is answered, as for its slowness, nobody listens any more.
    outliveErrors(this);
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += piece.length;
    if (this.#bytes > this.#maxBytes) done(new RangeError('The body is too large'));
    else done(null, piece);
  }
}
