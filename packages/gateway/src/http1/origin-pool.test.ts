import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { once } from 'node:events';
import { createServer as createHttpServer } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { PassThrough, Readable } from 'node:stream';
import fc from 'fast-check';
import { Client, request as undiciRequest } from 'undici';
import { afterEach, describe, expect, it } from 'vitest';
import { unheardErrors } from '../testing/unheard-errors.ts';
import type { ResponseHandler } from './exchange.ts';
import { OriginPool, type PoolLimits } from './origin-pool.ts';
import { collect, get, type Outcome } from './testing/collect.ts';
import { type Answer, type UpstreamOfBytes, upstreamOfBytes } from './testing/upstream-of-bytes.ts';

const limits: PoolLimits = {
  connectTimeout: 5_000,
  timeout: 5_000,
  idle: 5_000,
  maxHeadBytes: 16 * 1024,
  maxConnections: 4,
  maxWaiting: 4,
  waitTimeout: 5_000,
};

const upstreams: UpstreamOfBytes[] = [];
afterEach(() => Promise.all(upstreams.splice(0).map((upstream) => upstream.close())));

async function upstream(answer: Answer): Promise<UpstreamOfBytes> {
  const server = await upstreamOfBytes(answer);
  upstreams.push(server);
  return server;
}

/** Stops this thread: no timer runs, no socket is read. */
function holdUp(milliseconds: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, milliseconds);
}

/** Until a connection whose answer has just been read takes the next request. */
const offered = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** Hears everything and says nothing. */
function noted(): ResponseHandler & { readonly heard: unknown[] } {
  const heard: unknown[] = [];
  return {
    heard,
    early: (head) => void heard.push(head),
    switched: (head) => void heard.push(head),
    head: (head) => void heard.push(head),
    body: (piece) => heard.push(piece) > 0,
    end: () => void heard.push('end'),
    failed: (failure) => void heard.push(failure),
  };
}

const ok = (body: string): string => `HTTP/1.1 200 OK\r\nContent-Length: ${body.length}\r\n\r\n${body}`;

describe('a connection', () => {
  it('carries one exchange after the other', async () => {
    const server = await upstream((socket, number) => socket.write(ok(`answer ${number}`)));
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ body: 'answer 1' });
    await offered();
    expect(await collect(pool, get())).toMatchObject({ body: 'answer 2' });
    expect(server.connections()).toBe(1);
    await pool.close();
  });

  it.each([
    ['bytes behind the response', `${ok('a')}HTTP/1.1 200 OK\r\nContent-Length: 6\r\n\r\npoison`],
    ['Connection: close', 'HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 1\r\n\r\na'],
    ['HTTP/1.0', 'HTTP/1.0 200 OK\r\nContent-Length: 1\r\n\r\na'],
  ])('is not used again after %s', async (_, answer) => {
    const server = await upstream((socket, number) => socket.write(number === 1 ? answer : ok('b')));
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ body: 'a' });
    expect(await collect(pool, get())).toMatchObject({ body: 'b' });
    expect(server.connections()).toBe(2);
    await pool.close();
  });

  it('is not used again after a body where there may be none', async () => {
    const none = 'HTTP/1.1 204 No Content\r\n\r\n';
    const server = await upstream((socket, number) =>
      socket.write(number === 1 ? none + ok('poison') : ok('b')),
    );
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ status: 204, body: '' });
    await offered();
    expect(await collect(pool, get())).toMatchObject({ body: 'b' });
    expect(server.connections()).toBe(2);
    await pool.close();
  });

  it('is not used again after an answer and a surplus that came while the body was being sent', async () => {
    const server = await upstream((socket, number) => {
      socket.write(number === 1 ? ok('early') : ok('b'));
      if (number === 1) setImmediate(() => socket.write(ok('poison')));
    });
    const pool = new OriginPool(server.origin, limits);
    const stream = new PassThrough();
    stream.write('part');
    const body = { kind: 'length', bytes: 8, stream } as const;
    expect(await collect(pool, { ...get(), method: 'POST', body })).toMatchObject({ body: 'early' });
    stream.end('rest');
    await offered();
    expect(await collect(pool, get())).toMatchObject({ body: 'b' });
    expect(server.connections()).toBe(2);
    await pool.close();
  });

  it('carries no request in the turn that read its answer, for a surplus may come right behind that', async () => {
    let serverSide: Socket | undefined;
    const server = await upstream((socket, number) => {
      socket.write(ok(`answer ${number}`));
      serverSide ??= socket;
    });
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ body: 'answer 1' });
    serverSide?.write(ok('poison'));
    expect(await collect(pool, get())).toMatchObject({ body: 'answer 2' });
    await pool.close();
  });

  it('that was given up carries no request before it has closed', async () => {
    const sockets: Socket[] = [];
    let serverSide: Socket | undefined;
    const keep = (message: unknown): void => void sockets.push((message as { socket: Socket }).socket);
    subscribe('net.client.socket', keep);
    const server = await upstream((socket, number) => {
      socket.write(ok(`answer ${number}`));
      serverSide = socket;
    });
    const pool = new OriginPool(server.origin, limits);
    await collect(pool, get());
    unsubscribe('net.client.socket', keep);
    await offered();
    const outcome = new Promise<Outcome>((resolve) => {
      sockets[0]?.once('data', () => {
        process.nextTick(() => resolve(collect(pool, { ...get(), method: 'POST' })));
      });
    });
    serverSide?.write(ok('poison'));
    expect(await outcome).toMatchObject({ body: 'answer 2' });
    await pool.close();
  });

  it('is given up when bytes arrive that nobody asked for', async () => {
    let late: (() => void) | undefined;
    const closed = new Promise<void>((resolve) => {
      late = resolve;
    });
    const server = await upstream((socket, number) => {
      if (number === 1) socket.on('close', () => late?.());
      socket.write(ok(`answer ${number}`));
      if (number === 1) setImmediate(() => socket.write(ok('poison')));
    });
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ body: 'answer 1' });
    await closed;
    expect(await collect(pool, get())).toMatchObject({ body: 'answer 2' });
    await pool.close();
  });

  it('found dead is replaced once for a request that may be repeated, and never for one that may not', async () => {
    const server = await upstream((socket, number) => {
      if (number % 2 === 1) socket.write(ok('first'));
      else socket.destroy();
    });
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ body: 'first' });
    await offered();
    expect(await collect(pool, get())).toMatchObject({ body: 'first' });
    await offered();
    const outcome = await collect(pool, { ...get(), method: 'POST' });
    expect(outcome).toMatchObject({ kind: 'failure', failure: { kind: 'broken' } });
    expect(server.received().match(/POST/g)).toHaveLength(1);
    await pool.close();
  });
});

describe('a failing upstream', () => {
  it('that refuses connections is unreachable', async () => {
    const server = await upstream(() => {});
    await server.close();
    upstreams.pop();
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ failure: { kind: 'unreachable', untouched: true } });
  });

  it('that says nothing times out', async () => {
    const server = await upstream(() => {});
    const pool = new OriginPool(server.origin, { ...limits, timeout: 20 });
    expect(await collect(pool, get())).toMatchObject({ failure: { kind: 'timeout', untouched: false } });
  });

  it('is not blamed for the time in which this process was held up itself', async () => {
    const server = await upstream((socket) => {
      socket.write(ok('in time'));
      holdUp(1_500);
    });
    const pool = new OriginPool(server.origin, { ...limits, timeout: 1_000, connectTimeout: 1_000 });
    const outcome = collect(pool, get());
    holdUp(1_500);
    expect(await outcome).toMatchObject({ body: 'in time' });
    await pool.close();
  });

  it('times out all the same when it goes silent after this process was held up', async () => {
    const server = await upstream((socket) => {
      socket.write('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
      holdUp(300);
    });
    const pool = new OriginPool(server.origin, { ...limits, timeout: 200 });
    expect(await collect(pool, get())).toMatchObject({ failure: { kind: 'timeout' } });
  });

  it('that breaks off is broken, and one that stammers malformed', async () => {
    const server = await upstream((socket, number) => {
      if (number === 1) socket.end('HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nabc');
      else socket.end('HTTP/1.1 200 OK\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab');
    });
    const pool = new OriginPool(server.origin, limits);
    expect(await collect(pool, get())).toMatchObject({ failure: { kind: 'broken' } });
    expect(await collect(pool, get())).toMatchObject({ failure: { kind: 'malformed' } });
  });

  it('with all connections in use makes calls wait, then answers busy', async () => {
    const waiting: (() => void)[] = [];
    const server = await upstream((socket) => void waiting.push(() => socket.write(ok('x'))));
    const pool = new OriginPool(server.origin, { ...limits, maxConnections: 1, maxWaiting: 1 });
    const [first, second, third] = [collect(pool, get()), collect(pool, get()), collect(pool, get())];
    expect(await third).toMatchObject({ failure: { kind: 'busy', untouched: true } });
    while (waiting.length === 0) await new Promise(setImmediate);
    waiting.shift()?.();
    expect(await first).toMatchObject({ body: 'x' });
    while (waiting.length === 0) await new Promise(setImmediate);
    waiting.shift()?.();
    expect(await second).toMatchObject({ body: 'x' });
    await pool.close();
  });
});

describe('calls that wait for a connection', () => {
  const silent: Answer = () => undefined;
  const one = { ...limits, maxConnections: 1, waitTimeout: 20 };

  it('are given up after their time, and the upstream never hears of them', async () => {
    const server = await upstream(silent);
    const pool = new OriginPool(server.origin, one);
    const first = pool.exchange(get('/first'), noted());
    expect(await collect(pool, get('/second'))).toMatchObject({
      failure: { kind: 'waited', untouched: true },
    });
    expect(server.received()).not.toContain('/second');
    first.abort();
    await pool.close();
  });

  it('leave the line when their client does: their place in it is free', async () => {
    const server = await upstream(silent);
    const pool = new OriginPool(server.origin, { ...one, waitTimeout: 5_000, maxWaiting: 1 });
    const first = pool.exchange(get('/first'), noted());
    const left = noted();
    pool.exchange(get('/left'), left).abort();
    const third = collect(pool, get('/third'));
    expect(await collect(pool, get('/fourth'))).toMatchObject({ failure: { kind: 'busy' } });
    expect(pool.inFlight).toBe(2);
    first.abort();
    while (!server.received().includes('/third')) await new Promise(setImmediate);
    expect(server.received()).not.toContain('/left');
    expect(left.heard).toEqual([]);
    await Promise.all([server.close(), third]);
    upstreams.length = 0;
  });

  it('are served when a connection that another waited for does not come about', async () => {
    const refused = new OriginPool(new URL('http://127.0.0.1:1'), one);
    const outcomes = await Promise.all([collect(refused, get()), collect(refused, get())]);
    expect(outcomes).toMatchObject([
      { failure: { kind: 'unreachable' } },
      { failure: { kind: 'unreachable' } },
    ]);
  });
});

describe('an exchange that stands apart', () => {
  it('is in no other call’s way, and its connection joins the others again when it has ended', async () => {
    let finish = (): void => undefined;
    const server = await upstream((socket, number) => {
      if (number > 1) {
        socket.write(ok(`answer ${number}`));
        return;
      }
      socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
      finish = () => socket.write('0\r\n\r\n');
    });
    const pool = new OriginPool(server.origin, { ...limits, maxConnections: 1 });
    const begun = Promise.withResolvers<void>();
    const over = Promise.withResolvers<void>();
    const lasting = pool.exchange(get(), {
      ...noted(),
      head: () => begun.resolve(),
      end: () => over.resolve(),
    });
    await begun.promise;
    const second = collect(pool, get());
    lasting.standApart();
    expect(await second).toMatchObject({ body: 'answer 2' });
    finish();
    await over.promise;
    await offered();
    expect(await collect(pool, get())).toMatchObject({ body: 'answer 3' });
    // The two of the lasting answer and of the others: where one is enough, the surplus is closed.
    expect(server.connections()).toBe(2);
    await pool.close();
  });
});

describe('a request body', () => {
  const errors = unheardErrors();

  it('that ends before its announced length is never completed', async () => {
    const server = await upstream(() => {});
    const pool = new OriginPool(server.origin, limits);
    const body = { kind: 'length', bytes: 10, stream: Readable.from([Buffer.from('short')]) } as const;
    const outcome = await collect(pool, { ...get(), method: 'POST', body });
    expect(outcome).toMatchObject({ failure: { kind: 'aborted' } });
    expect(server.received()).not.toContain('shortshort');
  });

  it('that broke while the call waited for its connection fails, and is not waited for', async () => {
    const server = await upstream(() => {});
    const pool = new OriginPool(server.origin, limits);
    const stream = new PassThrough().on('error', () => undefined);
    const outcome = collect(pool, { ...get(), method: 'POST', body: { kind: 'chunked', stream } });
    stream.destroy(new RangeError('broken'));
    expect(await outcome).toMatchObject({ failure: { kind: 'aborted' } });
  });

  it('that breaks after its call was answered ends no process', async () => {
    const server = await upstream((socket) => socket.write(ok('answered')));
    const pool = new OriginPool(server.origin, limits);
    const stream = new PassThrough();
    stream.write('part');
    await collect(pool, { ...get(), method: 'POST', body: { kind: 'chunked', stream } });
    const closed = new Promise((resolve) => stream.once('close', resolve));
    stream.destroy(new RangeError('broken'));
    await closed;
    expect(errors).toEqual([]);
  });

  it('still being sent when the answer is complete costs the connection', async () => {
    const server = await upstream((socket, number) => socket.write(ok(`answer ${number}`)));
    const pool = new OriginPool(server.origin, limits);
    const stream = new PassThrough();
    stream.write('part');
    const first = await collect(pool, { ...get(), method: 'POST', body: { kind: 'chunked', stream } });
    expect(first).toMatchObject({ body: 'answer 1' });
    await collect(pool, get());
    expect(server.connections()).toBe(2);
    await pool.close();
  });

  it('arrives whole at a real server, by length and by chunks', async () => {
    const server = createHttpServer(async (incoming, outgoing) => {
      const pieces: Buffer[] = [];
      for await (const piece of incoming) pieces.push(piece);
      outgoing.end(`${incoming.method} ${Buffer.concat(pieces).length}`);
    });
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const pool = new OriginPool(
      new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}`),
      limits,
    );
    const megabyte = Buffer.alloc(1 << 20, 'x');
    const stream = (): Readable => Readable.from([megabyte, megabyte.subarray(0, 3)]);
    const body = { kind: 'length', bytes: megabyte.length + 3, stream: stream() } as const;
    expect(await collect(pool, { ...get(), method: 'PUT', body })).toMatchObject({ body: 'PUT 1048579' });
    const chunked = { kind: 'chunked', stream: stream() } as const;
    expect(await collect(pool, { ...get(), method: 'POST', body: chunked })).toMatchObject({
      body: 'POST 1048579',
    });
    await pool.close();
    server.closeAllConnections();
    server.close();
  });
});

describe('backpressure', () => {
  it('stops reading until the caller resumes, and delivers everything', async () => {
    const body = 'x'.repeat(3 << 20);
    const server = await upstream((socket) => socket.write(ok(body)));
    const pool = new OriginPool(server.origin, limits);
    let bytes = 0;
    await new Promise<void>((resolve, reject) => {
      const exchange = pool.exchange(get(), {
        early() {},
        switched() {},
        head() {},
        body(piece) {
          bytes += piece.length;
          setImmediate(() => exchange.resume());
          return false;
        },
        end: () => resolve(),
        failed: reject,
      });
    });
    expect(bytes).toBe(body.length);
    await pool.close();
  });
});

describe('beside undici', () => {
  /** Pieces of responses, good and bad; undici decides independently where the message ends. */
  const part = fc.constantFrom(
    'Content-Length: 3\r\n',
    'Content-Length: 5\r\n',
    'Transfer-Encoding: chunked\r\n',
    'Connection: close\r\n',
    'X-A: b\r\n',
    'Content-Length: 3, 3\r\n',
    'Transfer-Encoding: identity\r\n',
    'Content-Length : 3\r\n',
    ' folded\r\n',
    'X-B: c\n',
  );
  const tail = fc.constantFrom(
    '',
    'abc',
    'abcde',
    '3\r\nabc\r\n0\r\n\r\n',
    '3\r\nabc\r\n0\r\n',
    '3\nabc\r\n0\r\n\r\n',
    '5\r\nabc\r\n0\r\n\r\n',
  );
  const status = fc.constantFrom(
    'HTTP/1.1 200 OK\r\n',
    'HTTP/1.1 204 No Content\r\n',
    'HTTP/1.0 200 OK\r\n',
    'HTTP/1.1 500 \r\n',
  );

  it('never reads another body than undici does', async () => {
    let answer = '';
    const server = await upstream((socket) => socket.end(answer, 'latin1'));
    await fc.assert(
      fc.asyncProperty(status, fc.array(part, { maxLength: 3 }), tail, async (line, headers, rest) => {
        answer = `${line}${headers.join('')}\r\n${rest}`;
        const ours = await collect(new OriginPool(server.origin, limits), get());
        if (ours.kind === 'failure') return;
        const client = new Client(server.origin);
        const theirs = await undiciRequest(server.origin, { dispatcher: client });
        expect({ status: ours.status, body: ours.body }).toEqual({
          status: theirs.statusCode,
          body: await theirs.body.text(),
        });
        await client.destroy();
      }),
      { numRuns: 300 },
    );
  });
});
