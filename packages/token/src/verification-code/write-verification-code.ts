import type { CodeRefused, CodeRequest, CodeStack, VerificationCode } from './code-request.ts';
import { csharpCode } from './csharp.ts';
import { expressCode } from './express.ts';
import { fastifyCode } from './fastify.ts';
import { goCode } from './go.ts';
import { javaCode } from './java.ts';
import { nodeCode } from './node.ts';
import { pythonCode } from './python.ts';
import { refuseRequest } from './refuse-request.ts';
import { proofOf } from './stacks.ts';
import type { WrittenCode } from './written-code.ts';

const writers: Readonly<Record<CodeStack, (request: CodeRequest) => WrittenCode>> = {
  node: nodeCode,
  express: expressCode,
  fastify: fastifyCode,
  python: pythonCode,
  go: goCode,
  java: javaCode,
  csharp: csharpCode,
};

/**
 * A short program that accepts what the request describes and nothing else: one algorithm, issuer, audience and type, and
 * an expiry. Values of a token go in as string literals; keys and secrets never go in.
 */
export function writeVerificationCode(request: CodeRequest): VerificationCode | CodeRefused {
  const refused = refuseRequest(request);
  if (refused !== undefined) return refused;
  const { stack, key } = request;
  return { kind: 'written', stack, ...writers[stack](request), ...proofOf(stack, key) };
}
