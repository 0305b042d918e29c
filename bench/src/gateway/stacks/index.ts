import { haproxy } from './haproxy.ts';
import { nginx } from './nginx.ts';
import { nodeStack } from './node-stack.ts';
import type { Stack } from './stack.ts';

/** In the order of the table. */
export const stacks: readonly Stack[] = [
  haproxy,
  nginx,
  nodeStack('fastify', 'Fastify, @fastify/http-proxy, @fastify/jwt with cache', 'fastify.ts'),
  nodeStack('express', 'Express 5, jsonwebtoken, http-proxy-middleware', 'express.ts'),
];
