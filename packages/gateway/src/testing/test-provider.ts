import { readFileSync } from 'node:fs';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { UpstreamServer } from './upstream-server.ts';

const answers = new URL('../../../../vectors/answers/', import.meta.url);

/** Which protocol is spoken at an address, and what was recorded of who speaks it. */
const recorded: readonly (readonly [RegExp, string, string])[] = [
  [/\/chat\/completions$/, 'openai/chat/openai-text.json', 'mistral/mistral-text.chunks.txt'],
  [/\/v1\/messages$/, 'anthropic/anthropic-text.json', 'anthropic/anthropic-text.chunks.txt'],
  [/:(?:stream)?[gG]enerateContent/, 'google/google-text.json', 'google/google-text.chunks.txt'],
  [
    /\/responses$/,
    'openai/responses/openai-phase.1.json',
    'openai/responses/openai-custom-tool.1.chunks.txt',
  ],
];

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: Readonly<Record<string, unknown>>;
  /** As it came. */
  readonly text: string;
}

type Respond = (response: ServerResponse, asked: Asked) => void | Promise<void>;

/** Stands for a provider of models: speaks the wire of its address, with answers that were really given. */
export class TestProvider {
  readonly asked: Asked[] = [];
  /** What it does in place of that. */
  respond: Respond | undefined;
  /** Called once somebody has left before the end. */
  left: () => void = () => undefined;
  readonly #server: UpstreamServer;

  private constructor(server: UpstreamServer) {
    this.#server = server;
    server.answer = (request, response) => {
      this.#take(request, response).catch(() => response.destroy());
    };
  }

  static async start(): Promise<TestProvider> {
    return new TestProvider(await UpstreamServer.start());
  }

  get url(): string {
    return this.#server.url;
  }

  get last(): Asked {
    const last = this.asked.at(-1);
    if (last === undefined) throw new TypeError('The provider was asked nothing');
    return last;
  }

  close(): Promise<void> {
    return this.#server.close();
  }

  async #take(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const { method = '', url = '', headers } = request;
    const read = JSON.parse(body === '' ? '{}' : body) as Asked['body'];
    const asked = { method, url, headers, body: read, text: body };
    this.asked.push(asked);
    response.once('close', () => {
      if (!response.writableFinished) this.left();
    });
    if (this.respond !== undefined) await this.respond(response, asked);
    else if (isStream(asked)) stream(response, eventsAt(url));
    else response.writeHead(200, { 'content-type': 'application/json' }).end(answerAt(url));
  }
}

function isStream({ url, body }: Asked): boolean {
  return body['stream'] === true || url.includes('streamGenerateContent');
}

export function stream(response: ServerResponse, events: string): void {
  response.writeHead(200, { 'content-type': 'text/event-stream' }).end(events);
}

function pathOf(url: string): string {
  return url.split('?')[0] ?? '';
}

/** The answer that was recorded for such an address. */
export function answerAt(url: string): Buffer {
  return readFileSync(new URL(fileAt(url, 1), answers));
}

/** The same as a stream, with all that the wire has around it. */
export function eventsAt(url: string): string {
  const lines = readFileSync(new URL(fileAt(url, 2), answers), 'utf8').split('\n');
  const events = lines
    .filter((line) => line.trim() !== '')
    .map((data) => `${nameOf(url, data)}data: ${data}\n\n`);
  return events.join('') + (url.endsWith('/chat/completions') ? 'data: [DONE]\n\n' : '');
}

function nameOf(url: string, data: string): string {
  if (!/messages$|responses$/.test(url)) return '';
  return `event: ${(JSON.parse(data) as { type: string }).type}\n`;
}

function fileAt(url: string, column: 1 | 2): string {
  const row = recorded.find(([pattern]) => pattern.test(pathOf(url)));
  if (row === undefined) throw new TypeError(`Nothing was recorded for ${url}`);
  return row[column];
}
