import { haproxy } from './haproxy.ts';
import { nginx } from './nginx.ts';
import { nodeStack } from './node-stack.ts';
import type { Stack } from './stack.ts';

/** In the order of the table. */
export const stacks: readonly Stack[] = [
  nodeStack('signet', 'Signet', new URL('../peers/signet.ts', import.meta.url)),
  nodeStack('signet-condition', 'Signet with a condition', new URL('../peers/signet.ts', import.meta.url), {
    condition: "path.id == '1' && claims.client_id == 'bench'",
  }),
  haproxy,
  nginx,
  nodeStack(
    'fastify',
    'Fastify, @fastify/http-proxy, @fastify/jwt with cache',
    new URL('../peers/fastify.ts', import.meta.url),
  ),
  nodeStack(
    'express',
    'Express 5, jsonwebtoken, http-proxy-middleware',
    new URL('../peers/express.ts', import.meta.url),
  ),
];
