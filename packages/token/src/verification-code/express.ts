import type { CodeRequest } from './code-request.ts';
import { joseVerifier } from './jose-verifier.ts';
import type { WrittenCode } from './written-code.ts';

/** What is wrong with the token is a 401; what is wrong with us, such as keys out of reach, goes to the error handler. */
const middleware = `
/** app.use('/api', requireToken): lets a request with a good token through, with its claims as request.claims. */
export async function requireToken(request, response, next) {
  const [, token] = /^Bearer +([\\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) return refuse(response, 'Bearer');
  try {
    request.claims = await verifyToken(token);
  } catch (error) {
    if (!(error instanceof errors.JOSEError)) return next(error);
    return refuse(response, 'Bearer error="invalid_token"');
  }
  next();
}

function refuse(response, challenge) {
  response.status(401).set('WWW-Authenticate', challenge).json({ error: 'A valid access token is needed.' });
}
`;

export function expressCode(request: CodeRequest): WrittenCode {
  return {
    language: 'javascript',
    file: 'require-token.mjs',
    code: joseVerifier(request, ['errors']) + middleware,
    install: 'npm install jose@6 express@5',
  };
}
