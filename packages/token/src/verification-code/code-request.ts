import type { SecretEncoding } from '../keys/secret-encoding.ts';
import type { Refusal } from '../verdict/verdict.ts';

/** What the code is written for: a language, or a framework of one. */
export type CodeStack = 'node' | 'express' | 'fastify' | 'python' | 'go' | 'java' | 'csharp';

/** Where the written program finds its key. The key itself never stands in the code. */
export type CodeKeySource =
  | { readonly from: 'jwks'; readonly url: string }
  /** A file with a public key in PEM (SPKI). */
  | { readonly from: 'pem'; readonly path: string }
  | { readonly from: 'secret'; readonly variable: string; readonly encoding: SecretEncoding };

export interface CodeRequest {
  readonly stack: CodeStack;
  /** The one algorithm that the program accepts. */
  readonly algorithm: string;
  readonly issuer: string;
  readonly audience: string;
  /** What `typ` must be. Without it Java takes `JWT` or none, and the others do not look at it. */
  readonly type?: string;
  /** Seconds by which clocks may differ, at most ten minutes. */
  readonly clockSkew: number;
  readonly key: CodeKeySource;
}

/**
 * How far Signet's own tests go with this code: `run` against good and bad tokens with the real library, `parsed` by the
 * compiler of the language while the library was not to be had, so that the calls are those of its documentation.
 */
export type CodeProof = 'run' | 'parsed';

export interface VerificationCode {
  readonly kind: 'written';
  readonly stack: CodeStack;
  readonly language: 'javascript' | 'python' | 'go' | 'java' | 'csharp';
  /** The name that the file is to have. */
  readonly file: string;
  readonly code: string;
  /** The command or the lines that bring the libraries. */
  readonly install: string;
  readonly proof: CodeProof;
  /** One sentence that says with what it was run, or why it was not. */
  readonly proofSentence: string;
}

export type CodeRefusalCode =
  | 'algorithm_unsupported'
  | 'key_unsuitable'
  | 'issuer_missing'
  | 'audience_missing'
  | 'value_unsuitable'
  | 'url_unsafe'
  | 'skew_unsuitable';

export interface CodeRefused {
  readonly kind: 'refused';
  readonly refusal: Refusal<CodeRefusalCode>;
}
