import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Socket } from 'node:net';

/** A network between a client and its server that breaks when a test says so. */
export interface FaultyProxy extends AsyncDisposable {
  /** The server's address by way of the proxy. */
  readonly url: string;
  /** Ends every connection as the server would when it closes them (FIN). */
  end(): void;
  /** Resets every connection (RST). */
  reset(): void;
  /** From now on every connection, also a new one, is taken and then swallows all that comes from either side. */
  silence(): void;
  /** New connections pass again; those of the silence stay silent for ever. */
  restore(): void;
  /** Resolves when a client has said something into the silence, the present one or the next. */
  swallowed(): Promise<void>;
  /** Resolves when a client has let go of a connection in that silence. */
  abandoned(): Promise<void>;
}

/** Stands in front of the server that `url` names, on a port of its own. */
export async function startFaultyProxy(url: string): Promise<FaultyProxy> {
  const target = new URL(url);
  const lines = new Set<Line>();
  let silent = false;
  const listener = createServer((client) => {
    const line = new Line(client, connect(Number(target.port), target.hostname), silent, news);
    lines.add(line);
    client.once('close', () => {
      if (!line.silent) lines.delete(line);
    });
  });
  let news = freshNews();
  listener.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const { port } = listener.address() as AddressInfo;
  const ends = (act: (socket: Socket) => void) => {
    for (const line of lines) line.each(act);
  };
  return {
    url: Object.assign(new URL(url), { port: String(port), hostname: '127.0.0.1' }).href,
    end: () => ends((socket) => socket.end()),
    reset: () => ends((socket) => socket.resetAndDestroy()),
    silence() {
      silent = true;
      for (const line of lines) line.silence(news);
    },
    restore() {
      silent = false;
      news = freshNews();
    },
    swallowed: () => news.swallowed.promise,
    abandoned: () => news.abandoned.promise,
    async [Symbol.asyncDispose]() {
      listener.close();
      ends((socket) => socket.destroy());
      await once(listener, 'close');
    },
  };
}

/** What a test may wait for during one silence. */
interface News {
  readonly swallowed: PromiseWithResolvers<void>;
  readonly abandoned: PromiseWithResolvers<void>;
}

function freshNews(): News {
  return { swallowed: Promise.withResolvers(), abandoned: Promise.withResolvers() };
}

/** One connection: the client's socket and the one to the server. */
class Line {
  readonly #client: Socket;
  readonly #server: Socket;
  #silent: boolean;
  #news: News;

  constructor(client: Socket, server: Socket, silent: boolean, news: News) {
    this.#client = client;
    this.#server = server;
    this.#silent = silent;
    this.#news = news;
    this.#carry(client, server);
    this.#carry(server, client);
    client.on('data', () => {
      if (this.#silent) this.#news.swallowed.resolve();
    });
    client.once('close', () => {
      if (this.#silent) this.#news.abandoned.resolve();
    });
  }

  get silent(): boolean {
    return this.#silent;
  }

  silence(news: News): void {
    this.#silent = true;
    this.#news = news;
  }

  each(act: (socket: Socket) => void): void {
    act(this.#client);
    act(this.#server);
  }

  #carry(from: Socket, to: Socket): void {
    from.on('data', (chunk) => {
      if (!this.#silent) to.write(chunk);
    });
    from.on('error', () => to.destroy());
    // Into a silence not even the end is carried: the other side goes on waiting.
    from.once('close', () => {
      if (!this.#silent) to.destroy();
    });
  }
}
