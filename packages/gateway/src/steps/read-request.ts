import type { Call } from '../call/call.ts';
import { Denial } from '../denial.ts';
import { bodyTooLarge } from '../forwarding/client-body.ts';
import { readHead } from '../request/read-head.ts';
import type { RequestHead } from '../request/request-head.ts';
import type { Snapshot } from '../snapshot/snapshot.ts';
import type { Trace } from '../trace.ts';

/** Reads the head, and refuses a body that announces more than is allowed. */
export function readRequest(
  call: Call,
  { headerKinds, gateway }: Snapshot,
  trace: Trace,
): RequestHead | Denial {
  const head = readHead(call, headerKinds);
  if (head instanceof Denial) {
    // At once, for the parser may hold bytes behind this head, and nobody knows whether they are a request.
    call.closeAfterAnswer();
    return head;
  }
  trace.tell({ step: 'read-request', dropped: head.dropped });
  const { body } = head;
  const tooLarge = body.kind === 'length' && body.bytes > gateway.maxBodyBytes;
  return tooLarge ? bodyTooLarge(gateway.maxBodyBytes) : head;
}
