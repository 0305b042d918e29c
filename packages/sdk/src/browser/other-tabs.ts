import { isHeldToken } from './ask-signet.ts';
import type { HeldToken } from './session-options.ts';

type Message =
  | { readonly kind: 'token'; readonly token: HeldToken }
  | { readonly kind: 'signed-out'; readonly sessionId: string | undefined }
  | { readonly kind: 'ask' };

export interface OtherTabsListener {
  /** Another tab has this token now. */
  readonly token: (token: HeldToken) => void;
  /** The session has ended; `undefined` where it is not known which. */
  readonly signedOut: (sessionId: string | undefined) => void;
  /** What this tab can tell one that asks. */
  readonly held: () => HeldToken | undefined;
}

/** Milliseconds for which another tab is waited for: it may be asleep, and then the cookie serves as well. */
const patience = 250;

/**
 * The tabs of this origin that know this Signet. What one says reaches the others through memory alone; where the browser
 * has no channels, each is on its own.
 */
export class OtherTabs {
  readonly #channel: BroadcastChannel | undefined;
  readonly #listener: OtherTabsListener;
  #waiting: ((token: HeldToken) => void)[] = [];

  constructor(name: string, listener: OtherTabsListener) {
    this.#listener = listener;
    if (globalThis.BroadcastChannel === undefined) return;
    this.#channel = new BroadcastChannel(name);
    this.#channel.onmessage = ({ data }: { data: unknown }) => this.#hear(data);
  }

  tell(message: Message): void {
    this.#channel?.postMessage(message);
  }

  /** The token that another tab has just got; `undefined` where none says so. */
  ask(): Promise<HeldToken | undefined> {
    if (this.#channel === undefined) return Promise.resolve(undefined);
    return new Promise((resolve) => {
      const timer = setTimeout(() => settle(undefined), patience);
      const settle = (token: HeldToken | undefined): void => {
        clearTimeout(timer);
        this.#waiting = this.#waiting.filter((each) => each !== settle);
        resolve(token);
      };
      this.#waiting.push(settle);
      this.tell({ kind: 'ask' });
    });
  }

  close(): void {
    this.#channel?.close();
  }

  #hear(data: unknown): void {
    const message = data as Partial<Record<'kind' | 'token' | 'sessionId', unknown>> | null;
    if (message?.kind === 'ask') {
      const token = this.#listener.held();
      if (token !== undefined) this.tell({ kind: 'token', token });
    } else if (message?.kind === 'token' && isHeldToken(message.token)) {
      this.#listener.token(message.token);
      for (const settle of [...this.#waiting]) settle(message.token);
    } else if (message?.kind === 'signed-out') {
      const { sessionId } = message;
      this.#listener.signedOut(typeof sessionId === 'string' ? sessionId : undefined);
    }
  }
}
