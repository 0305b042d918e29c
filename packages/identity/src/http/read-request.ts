import { emptyRequestSchema, readBody } from '@signet/contracts';
import type { FastifyRequest } from 'fastify';
import { denied, type Outcome, passed } from '../outcome.ts';

type Schema<Value> = Parameters<typeof readBody<Value>>[0];

/** The body of a request as its schema has it. */
export function readRequest<Value>(schema: Schema<Value>, request: FastifyRequest): Outcome<Value> {
  const read = readBody(schema, request.body);
  return read.ok ? passed(read.body) : denied(read.refusal);
}

/** Of a request that says all it has to say in its headers. */
export function readEmpty(request: FastifyRequest): Outcome<unknown> {
  return readRequest(emptyRequestSchema, request);
}
