import { Agent } from 'node:http';
import { call, type SaneCall } from './call.ts';
import { echoOf } from './tagged-echo.ts';
import { turns } from './turns.ts';

type Shape = Pick<SaneCall, 'method' | 'path' | 'body' | 'chunked'>;

const shapes: readonly Shape[] = [
  { method: 'GET', path: '/open/sane' },
  { method: 'POST', path: '/open/sane', body: 'whole' },
  { method: 'GET', path: '/open/slow/sane' },
  { method: 'POST', path: '/open/slow/sane', body: 'in pieces', chunked: true },
  { method: 'POST', path: '/open/sane', body: 'long'.repeat(30_000) },
];

/** Clients by the book that call an upstream that behaves, one request after the other, until they are stopped. */
export class SaneClients {
  /** Answers that were right. */
  right = 0;
  /** What came in place of the right answer. */
  readonly wrong: string[] = [];
  readonly #port: number;
  readonly #agent: Agent = new Agent({ keepAlive: true });
  readonly #running: readonly Promise<void>[];
  #stopped = false;

  constructor(port: number, count: number) {
    this.#port = port;
    this.#running = Array.from({ length: count }, (_, client) => this.#run(client));
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    await Promise.all(this.#running);
    this.#agent.destroy();
  }

  async #run(client: number): Promise<void> {
    for (let number = 0; !this.#stopped; number += 1) {
      const shape = shapes[(client + number) % shapes.length] as Shape;
      await this.#ask(shape, `sane-${client}-${number}`);
      // Leaves the machine to the others.
      await turns(20);
    }
  }

  async #ask(shape: Shape, tag: string): Promise<void> {
    const outcome = await call({ ...shape, port: this.#port, agent: this.#agent, tag });
    const expected = echoOf(shape.method, shape.path, tag, shape.body ?? '');
    if (outcome.kind === 'answer' && outcome.status === 200 && outcome.body === expected) this.right += 1;
    else
      this.wrong.push(
        `${tag} ${JSON.stringify(shape).slice(0, 100)}: ${JSON.stringify(outcome).slice(0, 400)}`,
      );
  }
}
