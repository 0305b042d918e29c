import type { WebhookVerdict } from '@signet/contracts';
import { Places } from '../places.ts';
import type { CompiledCheck } from './compile-check.ts';
import { readVerdict, type Verdict } from './read-verdict.ts';
import { type AskCheck, createWebhookClient } from './webhook-client.ts';

/** What a check said, or why it said nothing of use. */
export type Asked =
  | Exclude<Verdict, { readonly kind: 'unreadable' }>
  | { readonly kind: Exclude<WebhookVerdict, 'allowed' | 'refused'> };

/** Questions at once of one process, in all and to one address. */
const questions = { most: 256, mostOfOne: 64 };

/** Asks the checks of routes: so many questions at once, over connections that are kept. */
export class Webhooks {
  readonly #places = new Places();
  readonly #ask: AskCheck;
  readonly #close: () => void;

  constructor(client: { readonly ask: AskCheck; close?(): void } = createWebhookClient()) {
    this.#ask = client.ask;
    this.#close = () => client.close?.();
  }

  async ask({ url, timeout, adds }: CompiledCheck, question: string): Promise<Asked> {
    const place = this.#places.take(url, questions);
    if (typeof place === 'string') return { kind: 'busy' };
    try {
      const answered = await this.#ask(url, question, timeout);
      if (answered.kind !== 'answer') return answered;
      return answered.status === 200 ? readVerdict(answered.text, adds) : { kind: 'status' };
    } finally {
      place.givenBack();
    }
  }

  close(): void {
    this.#close();
  }
}
