import type { CodeRequest } from './code-request.ts';
import { faultOfToken, joseVerifier } from './jose-verifier.ts';
import type { WrittenCode } from './written-code.ts';

const hook = `
/** requireToken(app): lets only requests with a good token reach the routes of app, with its claims as request.claims. */
export function requireToken(app) {
  app.decorateRequest('claims', null);
  app.addHook('onRequest', async (request, reply) => {
    const [, token] = /^Bearer +([\\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (token === undefined) return refuse(reply, 'Bearer');
    try {
      request.claims = await verifyToken(token);
    } catch (error) {
      if (!isOfToken(error)) throw error;
      return refuse(reply, 'Bearer error="invalid_token"');
    }
  });
}

function refuse(reply, challenge) {
  return reply.code(401).header('WWW-Authenticate', challenge).send({ error: 'A valid access token is needed.' });
}
`;

export function fastifyCode(request: CodeRequest): WrittenCode {
  return {
    language: 'javascript',
    file: 'require-token.mjs',
    code: joseVerifier(request, ['errors']) + hook + faultOfToken,
    install: 'npm install jose@6 fastify@5',
  };
}
