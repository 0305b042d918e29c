import type { CodeRequest } from './code-request.ts';
import { joseVerifier } from './jose-verifier.ts';
import type { WrittenCode } from './written-code.ts';

export function nodeCode(request: CodeRequest): WrittenCode {
  return {
    language: 'javascript',
    file: 'verify-token.mjs',
    code: joseVerifier(request),
    install: 'npm install jose@6',
  };
}
