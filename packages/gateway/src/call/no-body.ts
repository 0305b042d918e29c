import { Readable } from 'node:stream';
import type { CallBody } from './call.ts';

const none: readonly string[] = Object.freeze([]);

/** Of a call that has none: what comes behind its head is no body. */
export class NoBody extends Readable implements CallBody {
  readonly complete = true;
  readonly rawTrailers: readonly string[] = none;

  override _read(): void {
    this.push(null);
  }
}
