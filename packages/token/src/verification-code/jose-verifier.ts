import type { CodeKeySource, CodeRequest } from './code-request.ts';
import { literals } from './literals.ts';
import { leastSecretBytes, program } from './written-code.ts';

const text = literals.javascript;

/** The key and `verifyToken`, which Node, Express and Fastify have in common. */
export function joseVerifier(
  { algorithm, issuer, audience, type, clockSkew, key }: CodeRequest,
  alsoFromJose: readonly string[] = [],
): string {
  return program(
    ...imports(key, alsoFromJose),
    '',
    `const algorithm = ${text(algorithm)};`,
    ...keyLines(algorithm, key),
    '',
    '/** Answers the claims of a token that holds, and throws for every other token. */',
    'export async function verifyToken(token) {',
    '  const { payload } = await jwtVerify(token, key, {',
    '    algorithms: [algorithm], // the token has no say in this',
    `    issuer: ${text(issuer)},`,
    `    audience: ${text(audience)},`,
    type === undefined ? undefined : `    typ: ${text(type)},`,
    "    requiredClaims: ['exp'],",
    `    clockTolerance: ${clockSkew},`,
    '  });',
    '  return payload;',
    '}',
  );
}

/** For the frameworks: a 401 blames the token, so an outage of the key set must not be one. */
export const faultOfToken: string = `
/** Keys that are out of reach are our fault, and no reason to throw a token away. */
function isOfToken(error) {
  const ours = ['ERR_JOSE_GENERIC', 'ERR_JWKS_TIMEOUT', 'ERR_JWKS_INVALID'];
  return error instanceof errors.JOSEError && !ours.includes(error.code);
}
`;

function imports({ from }: CodeKeySource, also: readonly string[]): readonly (string | undefined)[] {
  const reader = { jwks: ['createRemoteJWKSet'], pem: ['importSPKI'], secret: [] }[from];
  const names = [...reader, ...also, 'jwtVerify'].sort();
  return [
    from === 'pem' ? "import { readFile } from 'node:fs/promises';" : undefined,
    from === 'secret' ? "import { env } from 'node:process';" : undefined,
    `import { ${names.join(', ')} } from 'jose';`,
  ];
}

function keyLines(algorithm: string, key: CodeKeySource): readonly string[] {
  if (key.from === 'jwks') return [`const key = createRemoteJWKSet(new URL(${text(key.url)}));`];
  if (key.from === 'pem')
    return [`const key = await importSPKI(await readFile(${text(key.path)}, 'utf8'), algorithm);`];
  const { variable, encoding } = key;
  const least = leastSecretBytes(algorithm);
  return [
    `const key = Buffer.from(env.${variable} ?? '', '${encoding}');`,
    `if (key.length < ${least}) throw new Error('${variable} must hold at least ${least} bytes.');`,
  ];
}
