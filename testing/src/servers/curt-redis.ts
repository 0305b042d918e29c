import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

/** Speaks just enough of Redis to let a subscriber in, and ends connections when told to. */
export interface CurtRedis extends AsyncDisposable {
  readonly url: string;
  /** How many subscriptions were asked for so far. */
  subscriptions(): number;
}

/**
 * A Redis that takes the first subscription and then ends the connection; ends the connection at the second as well,
 * without an answer; and takes the third.
 */
export async function startCurtRedis(): Promise<CurtRedis> {
  let subscriptions = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      for (const name of commandsIn(chunk.toString())) {
        if (name === 'subscribe') subscriptions += 1;
        const last = name === 'subscribe' && subscriptions < 3;
        const answer = last && subscriptions === 2 ? '' : answerTo(name);
        if (last) socket.end(answer);
        else socket.write(answer);
      }
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `redis://127.0.0.1:${(server.address() as AddressInfo).port}`,
    subscriptions: () => subscriptions,
    async [Symbol.asyncDispose]() {
      server.close();
      await once(server, 'close');
    },
  };
}

/** The names of the commands in a RESP request: each is an array whose first element is the name. */
function commandsIn(request: string): readonly string[] {
  return [...request.matchAll(/\*\d+\r\n\$\d+\r\n(\w+)\r\n/g)].map(([, name = '']) => name.toLowerCase());
}

function answerTo(name: string): string {
  if (name === 'hello') return "-ERR unknown command 'HELLO'\r\n";
  if (name === 'info') return '$9\r\nloading:0\r\n';
  if (name === 'subscribe') return '*3\r\n$9\r\nsubscribe\r\n$18\r\nsignet:revocations\r\n:1\r\n';
  return name === 'ping' ? '+PONG\r\n' : '+OK\r\n';
}
