import { type IncomingMessage, request as overPlain, Agent as PlainAgent } from 'node:http';
import { request as overTls, Agent as TlsAgent } from 'node:https';

/** What came of asking. */
type Answered =
  | { readonly kind: 'answer'; readonly status: number; readonly text: string }
  | { readonly kind: 'timeout' | 'unreachable' | 'too-large' };

/** Describes a call to a check. Never rejects. @param timeout milliseconds until the whole answer is read */
export type AskCheck = (url: string, question: string, timeout: number) => Promise<Answered>;

interface WebhookClient {
  readonly ask: AskCheck;
  close(): void;
}

const mostBytes = 16 * 1024;
/** Connections to one host that are kept, and that there may be at all. */
const connections = { kept: 16, most: 64 };
/** Milliseconds: shorter than servers keep a connection that nobody uses. */
const idleFor = 4_000;
/** A connection that was kept may end while a question is on its way: each kept one can only once. */
const mostAttempts = 3;

/** Over connections that are kept, without following redirects, and with limits on size and time. */
export function createWebhookClient(): WebhookClient {
  const options = {
    keepAlive: true,
    maxSockets: connections.most,
    maxFreeSockets: connections.kept,
    timeout: idleFor,
  };
  const agents = { plain: new PlainAgent(options), tls: new TlsAgent(options) };

  async function ask(url: string, question: string, timeout: number): Promise<Answered> {
    const signal = AbortSignal.timeout(timeout);
    try {
      const answer = await send(new URL(url), question, signal, mostAttempts);
      const text = await readWhole(answer);
      return text === undefined
        ? { kind: 'too-large' }
        : { kind: 'answer', status: answer.statusCode ?? 0, text };
    } catch {
      // Whatever it was of the two, nothing of it was of use, and the call is not let through.
      return { kind: signal.aborted ? 'timeout' : 'unreachable' };
    }
  }

  function send(url: URL, question: string, signal: AbortSignal, attempts: number): Promise<IncomingMessage> {
    const isTls = url.protocol === 'https:';
    const begin = isTls ? overTls : overPlain;
    const headers = {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(question),
      accept: 'application/json',
    };
    return new Promise((resolve, reject) => {
      const agent = isTls ? agents.tls : agents.plain;
      const sent = begin(url, { method: 'POST', headers, signal, agent });
      sent.on('response', resolve);
      sent.on('error', (error: NodeJS.ErrnoException) => {
        const wasOver = sent.reusedSocket && (error.code === 'ECONNRESET' || error.code === 'EPIPE');
        if (!wasOver || attempts <= 1 || signal.aborted) reject(error);
        else send(url, question, signal, attempts - 1).then(resolve, reject);
      });
      sent.end(question);
    });
  }

  return {
    ask,
    close() {
      agents.plain.destroy();
      agents.tls.destroy();
    },
  };
}

/** Undefined, and its connection ended, where there is more than is read. */
async function readWhole(answer: IncomingMessage): Promise<string | undefined> {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of answer as AsyncIterable<Buffer>) {
    bytes += piece.length;
    if (bytes > mostBytes) return undefined;
    pieces.push(piece);
  }
  return Buffer.concat(pieces).toString('utf8');
}
