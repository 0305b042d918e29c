import { Transform, type TransformCallback } from 'node:stream';

/** Lets at most `maxBytes` through: the cap of a body that did not announce its length. */
export class BodyLimit extends Transform {
  readonly #maxBytes: number;
  #bytes = 0;

  constructor(maxBytes: number) {
    super();
    this.#maxBytes = maxBytes;
  }

  get exceeded(): boolean {
    return this.#bytes > this.#maxBytes;
  }

  override _transform(piece: Buffer, _encoding: BufferEncoding, done: TransformCallback): void {
    this.#bytes += piece.length;
    if (this.exceeded) done(new RangeError('The body is too large'));
    else done(null, piece);
  }
}
