// An API that knows nothing of tokens: Signet has checked them, and says in headers who is calling.
import { createServer } from 'node:http';

const port = Number(process.argv[2] ?? 9002);
const orders = [
  { id: '1', item: 'Lamp', total: 42 },
  { id: '2', item: 'Chair', total: 120 },
];

const server = createServer((request, response) => {
  const caller = readCaller(request.headers);
  if (caller === undefined) {
    answer(response, 403, { error: 'This API answers to Signet only.' });
    return;
  }
  const id = /^\/orders\/([^/?]+)$/.exec(request.url ?? '')?.[1];
  const order = orders.find((each) => each.id === id);
  if (order === undefined) answer(response, 404, { error: 'There is no such order.', ...caller });
  else answer(response, 200, { ...order, ...caller });
});

/**
 * What Signet says of the caller. A client cannot send these itself: the gateway removes its copies first. That
 * holds only for requests that came through the gateway, so this server listens where only the gateway can reach.
 */
function readCaller(headers) {
  const user = headers['x-user-id'];
  if (user === undefined) return undefined;
  return { orderedBy: user, reference: headers['signet-reference'] };
}

function answer(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json' }).end(`${JSON.stringify(body)}\n`);
}

server.listen(port, '127.0.0.1', () => process.stdout.write(`Orders on http://127.0.0.1:${port}/orders/1\n`));
