import type { ClientHttp2Stream } from 'node:http2';
import type { RequestBody } from '../http1/request-head.ts';

/**
 * Writes a request's body on a stream, no faster than the upstream reads and the client sends. `cut` when the client's side ended early,
 * in which case the message must not be completed.
 * @returns how to stop; what is left of the client's body is the caller's to drain
 */
export function sendBody(
  stream: ClientHttp2Stream,
  body: Exclude<RequestBody, { kind: 'none' }>,
  cut: () => void,
): () => void {
  const source = body.stream;
  let bytes = 0;
  let over = false;
  const stop = () => {
    over = true;
    source.off('data', write);
    source.off('end', finish);
    source.off('close', fail);
    stream.off('drain', drained);
  };
  const fail = () => {
    if (over) return;
    stop();
    cut();
  };
  const drained = () => void source.resume();
  const write = (piece: Buffer) => {
    bytes += piece.length;
    if (body.kind === 'length' && bytes > body.bytes) fail();
    else if (!stream.write(piece)) source.pause();
  };
  const finish = () => {
    if (over) return;
    if (body.kind === 'length' && bytes !== body.bytes) {
      fail();
      return;
    }
    stop();
    stream.end();
  };
  source.on('data', write);
  source.on('end', finish);
  source.on('error', fail);
  source.on('close', fail);
  stream.on('drain', drained);
  // Broken while the call waited for its connection: such a stream says nothing any more.
  if (source.destroyed) process.nextTick(fail);
  return stop;
}
