import { refusal, SignetError } from '@signet/contracts';
import type { FastifyInstance } from 'fastify';

/**
 * Refuses requests with more than one `Authorization`, of which Node keeps the first and a proxy may have believed another one
 * (RFC 9110 §5.3). Each scope of `app` answers it in its own form.
 */
export function takeOneCredential(app: FastifyInstance): void {
  app.addHook('onRequest', async ({ raw: { rawHeaders } }) => {
    const names = rawHeaders.filter((_, index) => index % 2 === 0);
    const given = names.filter((name) => name.toLowerCase() === 'authorization');
    if (given.length > 1) throw new SignetError(refusal('token_ambiguous.several_headers'));
  });
}
