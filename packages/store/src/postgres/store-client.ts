import pg from 'pg';
import { codeOf } from './failure.ts';

/** How long the end of a connection may take, in milliseconds; a server that has gone silent never confirms it. */
const longestGoodbye = 1000;

export interface StoreClientConfig {
  /** The address as it is at the time of the connection, in place of `connectionString`. */
  readonly address?: () => string;
}

/**
 * A connection that always has somebody who hears of its end. The pool listens only while a connection lies idle; one
 * that is lost while it works would otherwise end the process.
 */
export class StoreClient extends pg.Client {
  #lost: string | undefined;
  #tell: (reason: string) => void = () => undefined;

  constructor(config?: pg.ClientConfig & StoreClientConfig) {
    const { address } = config ?? {};
    super(address === undefined ? config : { ...config, connectionString: address() });
    this.on('error', (error) => this.lose(codeOf(error)));
    // Also when we have ended it ourselves, of which there is nothing to tell.
    this.on('end', () => {
      this.#lost ??= 'closed';
    });
  }

  /** Why no query can be sent any more; undefined while one can. */
  get lost(): string | undefined {
    return this.#lost;
  }

  /** Calls the listener once, with the SQLSTATE or system code, if the connection is lost. */
  onLost(listener: (reason: string) => void): void {
    this.#tell = listener;
  }

  lose(reason: string): void {
    if (this.#lost !== undefined) return;
    this.#lost = reason;
    this.#tell(reason);
  }

  /** Gives the connection up without a word to the server; what is under way on it fails. */
  abandon(reason: string): void {
    this.lose(reason);
    this.connection.stream.destroy();
  }

  override end(): Promise<void>;
  override end(callback: (error: Error) => void): void;
  override end(callback?: (error: Error) => void): Promise<void> | void {
    const cut = setTimeout(() => this.connection.stream.destroy(), longestGoodbye).unref();
    this.once('end', () => clearTimeout(cut));
    return callback === undefined ? super.end() : super.end(callback);
  }
}
