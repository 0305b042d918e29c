import { readFileSync } from 'node:fs';
import httpProxy from '@fastify/http-proxy';
import fastifyJwt from '@fastify/jwt';
import fastify from 'fastify';
import { readSite } from './read-site.ts';

const site = readSite();
const app = fastify({ logger: false });

await app.register(fastifyJwt, {
  secret: { public: readFileSync(site.verifyingKeyFile, 'utf8') },
  verify: { algorithms: ['RS256'], allowedIss: site.issuer, allowedAud: site.audience, cache: 5_000 },
});

await app.register(httpProxy, {
  upstream: `http://127.0.0.1:${site.upstreamPort}`,
  undici: { connections: 128, pipelining: 1 },
  async preHandler(request: { jwtVerify: () => Promise<unknown> }) {
    await request.jwtVerify();
  },
});

await app.listen({ port: site.port, host: '127.0.0.1' });
