import { type SignatureAlgorithm, signatureAlgorithms } from '../keys/algorithm.ts';
import type { CodeKeySource, CodeProof, CodeStack } from './code-request.ts';

export interface CodeStackTraits {
  readonly stack: CodeStack;
  /** As people call it. */
  readonly name: string;
  readonly library: string;
  /** The values of `alg` that the library verifies. */
  readonly algorithms: readonly string[];
  /** Why the others are missing. */
  readonly missing: string;
}

const lattices = ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'];
const withoutEdwards = signatureAlgorithms.filter((name: SignatureAlgorithm) => name !== 'EdDSA');
const jose = {
  library: 'jose 6',
  algorithms: [...signatureAlgorithms, 'Ed25519', ...lattices],
  missing: 'jose has neither ES256K nor Ed448.',
};

const table: Readonly<Record<CodeStack, Omit<CodeStackTraits, 'stack'>>> = {
  node: { name: 'Node', ...jose },
  express: { name: 'Express', ...jose },
  fastify: { name: 'Fastify', ...jose },
  python: {
    name: 'Python',
    library: 'PyJWT 2',
    algorithms: [...signatureAlgorithms, 'ES256K'],
    missing: 'PyJWT has no ML-DSA, and knows Ed25519 by its name EdDSA alone.',
  },
  go: {
    name: 'Go',
    library: 'golang-jwt 5',
    algorithms: signatureAlgorithms,
    missing: 'golang-jwt has neither ES256K nor ML-DSA, and knows Ed25519 by its name EdDSA alone.',
  },
  java: {
    name: 'Java',
    library: 'Nimbus JOSE + JWT',
    algorithms: withoutEdwards,
    missing:
      'The JWT processor of Nimbus has no EdDSA and no ML-DSA, and its ES256K needs a curve that Java no longer has.',
  },
  csharp: {
    name: 'C#',
    library: 'Microsoft.IdentityModel.JsonWebTokens 8',
    algorithms: withoutEdwards,
    missing: 'Microsoft.IdentityModel has neither EdDSA nor ES256K.',
  },
};

/** What code can be written for, in the order in which people are asked. */
export const codeStacks: readonly CodeStackTraits[] = Object.freeze(
  (Object.keys(table) as CodeStack[]).map((stack) => Object.freeze({ stack, ...table[stack] })),
);

export function codeStackTraits(stack: CodeStack): CodeStackTraits {
  return { stack, ...table[stack] };
}

/** What Signet's tests did with the code of a stack; the sentence names the versions. */
export function proofOf(
  stack: CodeStack,
  { from }: CodeKeySource,
): { readonly proof: CodeProof; readonly proofSentence: string } {
  if (stack === 'go' && from === 'jwks') return parsed(notRun.goKeySet);
  if (stack === 'java' || stack === 'csharp') return parsed(notRun[stack]);
  return {
    proof: 'run',
    proofSentence: `Signet’s tests run this code ${ranWith[stack]}, against good and bad tokens.`,
  };
}

function parsed(proofSentence: string): { readonly proof: CodeProof; readonly proofSentence: string } {
  return { proof: 'parsed', proofSentence };
}

const ranWith: Readonly<Record<Exclude<CodeStack, 'java' | 'csharp'>, string>> = {
  node: 'with jose 6',
  express: 'with jose 6 and Express 5',
  fastify: 'with jose 6 and Fastify 5',
  python: 'with PyJWT 2.6 and Python 3.11',
  go: 'with golang-jwt 4.4 and Go 1.19, as it uses only what versions 4 and 5 have in common',
};

const notRun = {
  goKeySet:
    'Signet’s tests parse this code with Go, but do not run it: keyfunc was not to be had there. Its calls are those of its documentation.',
  java: 'Signet’s tests parse this code with the Java compiler, but do not run it: Nimbus was not to be had there. Its calls are those of its documentation.',
  csharp:
    'Signet’s tests parse this code with Mono’s C# compiler, but do not compile or run it: there was no .NET and no Microsoft.IdentityModel. Its calls are those of its documentation.',
};
