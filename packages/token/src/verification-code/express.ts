import type { CodeRequest } from './code-request.ts';
import { faultOfToken, joseVerifier } from './jose-verifier.ts';
import type { WrittenCode } from './written-code.ts';

const middleware = `
/** app.use('/api', requireToken): lets a request with a good token through, with its claims as request.claims. */
export async function requireToken(request, response, next) {
  const [, token] = /^Bearer +([\\w.~+/-]+=*)$/i.exec(request.headers.authorization ?? '') ?? [];
  if (token === undefined) return refuse(response, 'Bearer');
  try {
    request.claims = await verifyToken(token);
  } catch (error) {
    if (!isOfToken(error)) return next(error);
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
    code: joseVerifier(request, ['errors']) + middleware + faultOfToken,
    install: 'npm install jose@6 express@5',
  };
}
