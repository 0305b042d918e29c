import { type EventEmitter, once } from 'node:events';
import { connect } from 'node:net';
import { describe, expect, it } from 'vitest';
import { portOf, reservePort } from './reserve-port.ts';

describe('a port of the control side', () => {
  it('is not held open by a client that sends slowly', async () => {
    const place = { host: '127.0.0.1', port: 0, what: 'A server', option: '`--port PORT`' };
    const server = await reservePort(place);
    expect([server.headersTimeout, server.requestTimeout]).toEqual([10_000, 20_000]);
    server.close();
  });

  it('hears the errors of all that comes in at it, so that none of them can end the process', async () => {
    const server = await reservePort({
      host: '127.0.0.1',
      port: 0,
      what: 'A server',
      option: '`--port PORT`',
    });
    const deaf: string[] = [];
    const listen = (name: string, emitter: EventEmitter): void => {
      if (emitter.listeners('error').length === 0) deaf.push(name);
    };
    listen('server', server);
    server.on('connect', (_, socket) => {
      listen('tunnel', socket);
      socket.destroy();
    });
    server.on('request', (request, response) => {
      listen('request', request);
      listen('response', response);
      response.end();
    });
    const client = connect(portOf(server), '127.0.0.1');
    client.write('GET / HTTP/1.1\r\nHost: a\r\n\r\nCONNECT a:1 HTTP/1.1\r\nHost: a\r\n\r\n');
    await once(client.resume(), 'close');
    expect(deaf).toEqual([]);
    server.close();
  });
});
