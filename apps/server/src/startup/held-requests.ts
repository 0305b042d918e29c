import type { RequestListener, Server } from 'node:http';

/** Hands the requests of a server over: those that wait, and all that come after. */
export type ServeWith = (handler: RequestListener) => void;

/** More than this many requests before the start is through are a flood, or a start that hangs. */
const mostWaiting = 100;

/**
 * Lets the requests of a server that listens already wait until there is somebody to answer them. A client that
 * comes a moment too early is served a moment later, and finds no half-made server.
 */
export function holdRequests(server: Server): ServeWith {
  const waiting: Parameters<RequestListener>[] = [];
  const hold: RequestListener = (request, response) => {
    if (waiting.length < mostWaiting) waiting.push([request, response]);
    else response.writeHead(503, { 'retry-after': '1', connection: 'close' }).end();
  };
  server.on('request', hold);
  return (handler) => {
    server.off('request', hold);
    server.on('request', handler);
    for (const [request, response] of waiting.splice(0)) handler(request, response);
  };
}
