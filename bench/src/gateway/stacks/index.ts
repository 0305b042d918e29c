import { haproxy } from './haproxy.ts';
import { nginx } from './nginx.ts';
import { nodeStack, signetStack } from './node-stack.ts';
import type { Stack } from './stack.ts';

/** In the order of the table. */
export const stacks: readonly Stack[] = [
  signetStack('signet', 'Signet'),
  signetStack('signet-condition', 'Signet with a condition', {
    condition: "path.id == '1' && claims.client_id == 'bench'",
  }),
  signetStack('signet-cold', 'Signet, each token seen once', { cold: true }),
  signetStack('signet-es256', 'Signet, ES256', { algorithm: 'ES256' }),
  signetStack('signet-hs256', 'Signet, HS256', { algorithm: 'HS256' }),
  haproxy('haproxy', 'RS256'),
  haproxy('haproxy-es256', 'ES256'),
  haproxy('haproxy-hs256', 'HS256'),
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
