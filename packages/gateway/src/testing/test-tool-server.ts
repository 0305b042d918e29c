import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { UpstreamServer } from './upstream-server.ts';

interface ToolQuestion {
  readonly verb: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
}

type Answering = (response: ServerResponse, question: ToolQuestion) => void;

export const readTool = {
  name: 'read',
  description: 'Reads a file',
  inputSchema: { type: 'object', properties: { region: { type: 'string', 'x-mcp-header': 'Region' } } },
};
export const writeTool = { name: 'write', description: 'Writes a file', inputSchema: { type: 'object' } };

const info = { name: 'Files', version: '3' };
const capabilities = { tools: { listChanged: true }, resources: {} };

/** Stands for a server of tools: speaks the wire of one of the two kinds of revisions, by hand. */
export class TestToolServer {
  readonly asked: ToolQuestion[] = [];
  tools: readonly object[] = [readTool, writeTool];
  /** What it does in place of answering a call. */
  respond: Answering | undefined;
  /** Called once somebody has left before the end. */
  left: () => void = () => undefined;
  readonly #server: UpstreamServer;
  readonly #inSessions: boolean;
  readonly #sessions = new Set<string>();

  private constructor(server: UpstreamServer, inSessions: boolean) {
    this.#server = server;
    this.#inSessions = inSessions;
    server.answer = (request, response) => {
      this.#take(request, response).catch(() => response.destroy());
    };
  }

  static async start(kind: 'stateless' | 'sessions'): Promise<TestToolServer> {
    return new TestToolServer(await UpstreamServer.start(), kind === 'sessions');
  }

  get url(): string {
    return `${this.#server.url}/mcp`;
  }

  /** Of those of this method, what it was asked last. */
  last(method: string): ToolQuestion {
    const last = this.asked.findLast(({ body }) => body['method'] === method);
    if (last === undefined) throw new TypeError(`Never asked for ${method}`);
    return last;
  }

  count(method: string): number {
    return this.asked.filter(({ body }) => body['method'] === method).length;
  }

  /** As a server does that was started anew. */
  forgetSessions(): void {
    this.#sessions.clear();
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { headers, method: verb = '' } = request;
    const came = await text(request);
    const body = (came === '' ? {} : JSON.parse(came)) as ToolQuestion['body'];
    const question = { verb, headers, body };
    this.asked.push(question);
    response.once('close', () => {
      if (!response.writableFinished) this.left();
    });
    if (this.#inSessions) this.#answerInSession(response, question);
    else this.#answer(response, question);
  }

  #answerInSession(response: ServerResponse, question: ToolQuestion): void {
    const { headers, body, verb } = question;
    if (body['method'] === 'initialize') {
      const id = `session-${this.#sessions.size + 1}`;
      this.#sessions.add(id);
      const serverInfo = info;
      const result = { protocolVersion: '2025-11-25', capabilities, serverInfo, instructions: 'Obey me.' };
      response.setHeader('mcp-session-id', id);
      answer(response, body, result);
      return;
    }
    if (!this.#sessions.has(String(headers['mcp-session-id']))) {
      response.writeHead(404).end();
      return;
    }
    if (verb === 'GET') {
      if (this.respond === undefined) response.writeHead(405).end();
      else this.respond(response, question);
    } else if (verb === 'DELETE') {
      this.#sessions.delete(String(headers['mcp-session-id']));
      response.writeHead(200).end();
    } else this.#answer(response, question);
  }

  #answer(response: ServerResponse, question: ToolQuestion): void {
    const { body } = question;
    const more = this.#inSessions ? {} : { resultType: 'complete' };
    const kept = this.#inSessions ? {} : { ttlMs: 60_000, cacheScope: 'public' };
    switch (body['method']) {
      case 'server/discover': {
        const _meta = { 'io.modelcontextprotocol/serverInfo': info };
        answer(response, body, { ...more, ...kept, supportedVersions: ['2026-07-28'], capabilities, _meta });
        return;
      }
      case 'tools/list':
        answer(response, body, { ...more, ...kept, tools: this.tools });
        return;
      case 'tools/call':
        if (this.respond !== undefined) this.respond(response, question);
        else answer(response, body, { ...more, content: [{ type: 'text', text: 'Done' }] });
        return;
      case 'ping':
        answer(response, body, {});
        return;
      default:
        if (body['id'] === undefined) response.writeHead(202).end();
        else error(response, body, -32601);
    }
  }
}

export function answer(response: ServerResponse, { id }: ToolQuestion['body'], result: object): void {
  response
    .writeHead(200, { 'content-type': 'application/json' })
    .end(JSON.stringify({ jsonrpc: '2.0', id, result }));
}

function error(response: ServerResponse, { id }: ToolQuestion['body'], code: number): void {
  response
    .writeHead(400, { 'content-type': 'application/json' })
    .end(JSON.stringify({ jsonrpc: '2.0', id, error: { code, message: 'No' } }));
}

/** Messages as events of a stream. */
export function events(...messages: readonly object[]): string {
  return messages.map((message) => `event: message\ndata: ${JSON.stringify(message)}\n\n`).join('');
}
