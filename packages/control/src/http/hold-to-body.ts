import { bodyDigest, SignetError } from '@signet/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { otherBody } from '../operators/check-binding.ts';

/** Remembers of each request in `app` which body it may have, and which it had. */
export interface BodyWatch {
  /** From the head: the request may be acted on with this body only. */
  promise(request: FastifyRequest, digest: string): void;
  /** The bytes of the body, before anything is read into them. */
  came(request: FastifyRequest, bytes: Uint8Array<ArrayBuffer>): void;
}

/**
 * Lets no handler in `app` run on another body than its credential was made for. A body that no parser took is one
 * that no handler sees, and counts as none.
 */
export function holdToBody(app: FastifyInstance): BodyWatch {
  const promised = new WeakMap<FastifyRequest, string>();
  const received = new WeakMap<FastifyRequest, Uint8Array<ArrayBuffer>>();
  app.addHook('preValidation', async (request) => {
    const digest = promised.get(request);
    if (digest === undefined) return;
    if ((await bodyDigest(received.get(request) ?? new Uint8Array())) !== digest)
      throw new SignetError(otherBody);
  });
  return {
    promise: (request, digest) => void promised.set(request, digest),
    came: (request, bytes) => void received.set(request, bytes),
  };
}
