import { type Agent, request as httpRequest, type IncomingMessage } from 'node:http';

export interface SaneCall {
  readonly port: number;
  readonly agent: Agent;
  readonly method: string;
  readonly path: string;
  readonly tag: string;
  readonly body?: string;
  /** Sends the body without saying how long it is. */
  readonly chunked?: boolean;
}

/** What a client by the book makes of it. `broken` is a connection that ended before the answer was complete. */
export type Outcome =
  | { readonly kind: 'answer'; readonly status: number; readonly body: string }
  | { readonly kind: 'broken'; readonly code: string };

const host = '127.0.0.1';
/** As much as the gateway takes from an upstream, and more. */
const maxHeaderSize = 128 * 1024;

/** Calls with Node's own client, whose strict parser judges what the gateway writes. */
export function call({ port, agent, method, path, tag, body, chunked }: SaneCall): Promise<Outcome> {
  return new Promise((resolve) => {
    const broken = (error: NodeJS.ErrnoException): void =>
      resolve({ kind: 'broken', code: error.code ?? error.message });
    const length =
      body === undefined || chunked === true ? {} : { 'content-length': Buffer.byteLength(body) };
    const headers = { 'x-tag': tag, ...length };
    const request = httpRequest({ host, port, agent, method, path, headers, maxHeaderSize });
    request.on('error', broken);
    request.on('response', (response) => {
      collect(response).then((text) => {
        resolve({ kind: 'answer', status: response.statusCode ?? 0, body: text });
      }, broken);
    });
    if (chunked === true) request.write((body ?? '').slice(0, 1));
    request.end(chunked === true ? (body ?? '').slice(1) : body);
  });
}

async function collect(response: IncomingMessage): Promise<string> {
  let text = '';
  for await (const piece of response.setEncoding('latin1')) text += piece;
  return text;
}
