import { randomBytes } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { CodeKeySource, CodeRequest, CodeStack, VerificationCode } from '../code-request.ts';
import { writeVerificationCode } from '../write-verification-code.ts';
import { type IssuerKey, newKey } from './node-signature.ts';
import { type TokenCase, tokenCases } from './token-cases.ts';

/** A written program in a folder of its own, and the tokens that it is to judge. */
export interface Program {
  readonly name: string;
  readonly stack: CodeStack;
  readonly folder: string;
  readonly file: string;
  readonly cases: readonly TokenCase[];
  readonly environment: Readonly<Record<string, string>>;
  /** The key set that the program fetches, if it does. */
  readonly keySet: object;
}

export interface ProgramPlan {
  readonly stack: CodeStack;
  readonly algorithm: string;
  readonly from: CodeKeySource['from'];
  readonly encoding?: 'utf8' | 'hex' | 'base64' | 'base64url';
  /** Words that try to leave their string. */
  readonly hostile?: string;
}

/** Writes the program of a plan, as a person would who copies it, with the key that it reads. */
export function layProgram(plan: ProgramPlan, index: number, root: string, keysAt: string): Program {
  const { stack, algorithm, hostile = '', encoding = 'hex' } = plan;
  const folder = join(root, `p${index}`);
  mkdirSync(folder);
  const key = encoding === 'utf8' ? textSecret() : newKey(algorithm);
  const variable = `TOKEN_SECRET_${index}`;
  const sources: Readonly<Record<CodeKeySource['from'], CodeKeySource>> = {
    jwks: { from: 'jwks', url: `${keysAt}/${index}` },
    pem: { from: 'pem', path: join(folder, `public${hostile.replaceAll(/[/\0]/g, '')}.pem`) },
    secret: { from: 'secret', variable, encoding },
  };
  const request: CodeRequest = {
    stack,
    algorithm,
    issuer: `https://login.example/${hostile}`,
    audience: `https://api.example/${hostile}`,
    type: 'at+jwt',
    clockSkew: 300,
    key: sources[plan.from],
  };
  if (request.key.from === 'pem') writeFileSync(request.key.path, pemOf(key));
  const written = codeOf(request);
  writeFileSync(join(folder, written.file), written.code);
  return {
    name: `${algorithm} from ${plan.from}${plan.encoding ? ` in ${encoding}` : ''}${hostile && ', with hostile words'}`,
    stack,
    folder,
    file: join(folder, written.file),
    cases: tokenCases(request, key),
    environment: key.sign instanceof Buffer ? { [variable]: secretText(key.sign, encoding) } : {},
    keySet: {
      keys: [{ ...key.publicKey?.export({ format: 'jwk' }), kid: 'k1', alg: algorithm, use: 'sig' }],
    },
  };
}

export function codeOf(request: CodeRequest): VerificationCode {
  const written = writeVerificationCode(request);
  if (written.kind === 'refused') throw new Error(written.refusal.sentence);
  return written;
}

function pemOf({ publicKey }: IssuerKey): string {
  if (publicKey === undefined) throw new Error('A secret is not written to a file.');
  return String(publicKey.export({ format: 'pem', type: 'spki' }));
}

/** In utf8 the text itself is the secret, so that its bytes have to be those of a text. */
function textSecret(): IssuerKey {
  return { sign: Buffer.from(randomBytes(48).toString('base64url')) };
}

function secretText(secret: Buffer, encoding: 'utf8' | 'hex' | 'base64' | 'base64url'): string {
  return secret.toString(encoding);
}
