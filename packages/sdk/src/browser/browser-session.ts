import { askSignet, heldTokenOf, isHeldToken } from './ask-signet.ts';
import { inTurn } from './in-turn.ts';
import { OtherTabs } from './other-tabs.ts';
import type { HeldToken, SessionOptions, SessionState, SignInWith } from './session-options.ts';
import { SessionRefused } from './session-refused.ts';

/** Milliseconds before its end from which a token is not used any more. */
const spare = 30_000;
const mostEnded = 16;

/** One session of one person, as all tabs of this origin have it. */
export class BrowserSession {
  readonly #options: SessionOptions;
  readonly #name: string;
  readonly #now: () => number;
  readonly #tabs: OtherTabs;
  readonly #listeners = new Set<(state: SessionState) => void>();
  #held: HeldToken | undefined;
  #refreshing: Promise<HeldToken | undefined> | undefined;
  /** Rises with every sign-in and log-out: what was asked for before one says nothing any more. */
  #era = 0;
  /** Sessions that are over: what another tab said of one before it knew may come late. */
  #ended: readonly string[] = [];

  constructor(options: SessionOptions) {
    this.#options = options;
    this.#name = `signet ${new URL(options.issuer).origin}`;
    this.#now = options.now ?? Date.now;
    this.#tabs = new OtherTabs(this.#name, {
      held: () => (this.#isFresh() ? this.#held : undefined),
      token: (token) => this.#hearOfToken(token),
      signedOut: (sessionId) => this.#hearOfEnd(sessionId),
    });
  }

  get state(): SessionState {
    return this.#held === undefined
      ? { signedIn: false }
      : { signedIn: true, sessionId: this.#held.sessionId };
  }

  /** @returns what ends it */
  listen(listener: (state: SessionState) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  async login(given: SignInWith): Promise<void> {
    const era = ++this.#era;
    const askedAt = this.#now();
    const token = heldTokenOf(await askSignet(this.#options, 'login', { body: given }), askedAt);
    if (era === this.#era) await this.#keep(token);
  }

  /** The session that this browser has, if it has one: for a page that has just been loaded. */
  async restore(): Promise<boolean> {
    if (this.#held === undefined) {
      const stored: unknown = await this.#options.storage?.read();
      if (isHeldToken(stored)) this.#become(stored);
    }
    return (this.#isFresh() ? this.#held : await this.#refresh()) !== undefined;
  }

  /** A token that is good for a while; `undefined` where nobody is signed in. */
  async token(): Promise<string | undefined> {
    if (this.#held === undefined && this.#refreshing === undefined) return undefined;
    const held = this.#isFresh() ? this.#held : await this.#refresh();
    return held?.accessToken;
  }

  /** Another token in place of one that an API refused; the one of another tab where that was faster. */
  async replace(refused: string): Promise<string | undefined> {
    if (this.#held === undefined) return undefined;
    const held = this.#held.accessToken === refused ? await this.#refresh() : this.#held;
    return held?.accessToken;
  }

  /** Ends the session here, in the other tabs, at Signet and at every gateway. */
  async logout(): Promise<void> {
    const held = this.#held;
    this.#era += 1;
    this.#forget(held?.sessionId);
    this.#tabs.tell({ kind: 'signed-out', sessionId: held?.sessionId });
    await this.#options.storage?.write(undefined);
    await this.#withProof(held?.csrfToken, (csrfToken) =>
      askSignet(this.#options, 'logout', { csrfToken }),
    ).catch(ignoreEnded);
  }

  close(): void {
    this.#era += 1;
    this.#listeners.clear();
    this.#tabs.close();
  }

  /** One at a time in this tab, and one at a time in all tabs. */
  #refresh(): Promise<HeldToken | undefined> {
    this.#refreshing ??= this.#refreshInTurn().finally(() => {
      this.#refreshing = undefined;
    });
    return this.#refreshing;
  }

  async #refreshInTurn(): Promise<HeldToken | undefined> {
    const [before, era] = [this.#held, this.#era];
    return inTurn(this.#name, async (hadToWait) => {
      if (hadToWait && this.#held === before) await this.#tabs.ask();
      if (era !== this.#era || (this.#held !== before && this.#isFresh())) return this.#held;
      return this.#refreshNow(before, era);
    });
  }

  async #refreshNow(before: HeldToken | undefined, era: number): Promise<HeldToken | undefined> {
    const askedAt = this.#now();
    try {
      const answer = await this.#withProof(before?.csrfToken, (csrfToken) =>
        askSignet(this.#options, 'refresh', { csrfToken }),
      );
      const token = heldTokenOf(answer, askedAt);
      // Somebody signed out, or in anew, meanwhile: that counts, and not what was asked for before.
      if (era === this.#era) await this.#keep(token);
      return this.#held;
    } catch (error) {
      if (!isOver(error)) throw error;
      if (era === this.#era) await this.#end(before?.sessionId);
      return undefined;
    }
  }

  /** A page that has just been loaded asks for its proof, and so does one whose proof is of an older session. */
  async #withProof<Answer>(
    csrfToken: string | undefined,
    work: (csrfToken: string) => Promise<Answer>,
  ): Promise<Answer> {
    if (csrfToken !== undefined) {
      try {
        return await work(csrfToken);
      } catch (error) {
        if (!(error instanceof SessionRefused) || error.code !== 'csrf_token_invalid') throw error;
      }
    }
    const answer = await askSignet(this.#options, 'readCsrfToken');
    return work(String(answer['csrfToken']));
  }

  async #keep(token: HeldToken): Promise<void> {
    this.#become(token);
    this.#tabs.tell({ kind: 'token', token });
    await this.#options.storage?.write(token);
  }

  async #end(sessionId: string | undefined): Promise<void> {
    this.#forget(sessionId);
    // Who never knew a session has nothing to tell of its end.
    if (sessionId !== undefined) this.#tabs.tell({ kind: 'signed-out', sessionId });
    await this.#options.storage?.write(undefined);
  }

  #hearOfToken(token: HeldToken): void {
    if (this.#ended.includes(token.sessionId)) return;
    if (this.#held?.sessionId === token.sessionId && this.#held.expiresAt >= token.expiresAt) return;
    if (this.#held?.sessionId !== token.sessionId) this.#era += 1;
    this.#become(token);
  }

  #hearOfEnd(sessionId: string | undefined): void {
    if (sessionId !== undefined && this.#held !== undefined && sessionId !== this.#held.sessionId) return;
    this.#era += 1;
    this.#forget(sessionId);
  }

  #forget(sessionId: string | undefined): void {
    if (sessionId !== undefined) this.#ended = [...this.#ended.slice(1 - mostEnded), sessionId];
    this.#become(undefined);
  }

  #become(held: HeldToken | undefined): void {
    const before = this.#held?.sessionId;
    this.#held = held;
    if (before === held?.sessionId) return;
    for (const listener of [...this.#listeners]) listener(this.state);
  }

  #isFresh(): boolean {
    return this.#held !== undefined && this.#now() < this.#held.expiresAt - spare;
  }
}

/** The cookie names no session that can go on. What only went wrong this time (429, 503) ends nothing. */
function isOver(error: unknown): boolean {
  return error instanceof SessionRefused && over.has(error.code);
}

function ignoreEnded(error: unknown): void {
  if (!isOver(error)) throw error;
}

const over: ReadonlySet<string> = new Set([
  'refresh_token_missing',
  'refresh_token_invalid',
  'refresh_token_expired',
  'refresh_token_reused',
  'session_ended',
  // The person left the one that they signed in for.
  'organization_not_allowed',
  'account_disabled',
  'audience_not_allowed',
]);
