import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { json } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import express, { type RequestHandler } from 'express';
import fastify, { type FastifyInstance } from 'fastify';

/** Runs written programs in a process of their own: programs and tokens on standard input, one answer for each token out. */
interface Given {
  readonly stack: 'node' | 'express' | 'fastify';
  readonly file: string;
  readonly tokens: readonly string[];
}

const judges = { node: judgeByFunction, express: judgeByExpress, fastify: judgeByFastify };

const answers: (readonly string[])[] = [];
for (const { stack, file, tokens } of (await json(process.stdin)) as readonly Given[])
  answers.push(await judges[stack](await import(pathToFileURL(file).href), tokens));
process.stdout.write(JSON.stringify(answers));

async function judgeByFunction(
  { verifyToken }: { verifyToken: (token: string) => Promise<{ sub?: string }> },
  tokens: readonly string[],
): Promise<readonly string[]> {
  const verdicts = await Promise.allSettled(tokens.map((token) => verifyToken(token)));
  return verdicts.map((each) => {
    if (each.status === 'rejected') return 'refused';
    return each.value.sub === 'usr_1' ? 'accepted' : 'accepted without its claims';
  });
}

async function judgeByExpress(
  { requireToken }: { requireToken: RequestHandler },
  tokens: readonly string[],
): Promise<readonly string[]> {
  const app = express();
  app.use(requireToken);
  app.get('/', (request, response) => void response.json((request as { claims?: object }).claims));
  const server = app.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
  const responses = [];
  for (const token of tokens)
    responses.push(await fetch(address, { headers: { authorization: `Bearer ${token}` } }));
  const said = await Promise.all(responses.map(async (each) => wordOf(each.status, await each.text())));
  server.close();
  server.closeAllConnections();
  return said;
}

async function judgeByFastify(
  { requireToken }: { requireToken: (app: FastifyInstance) => void },
  tokens: readonly string[],
): Promise<readonly string[]> {
  const app = fastify();
  requireToken(app);
  app.get('/', async (request) => (request as { claims?: object }).claims);
  const said = [];
  for (const token of tokens) {
    const response = await app.inject({ url: '/', headers: { authorization: `Bearer ${token}` } });
    said.push(wordOf(response.statusCode, response.body));
  }
  await app.close();
  return said;
}

function wordOf(status: number, body: string): string {
  if (status === 401) return 'refused';
  return status === 200 && JSON.parse(body).sub === 'usr_1' ? 'accepted' : `status ${status}`;
}
