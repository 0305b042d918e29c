import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inspectToken, openInspectionKeys } from '@signet/token/jws';
import { importVerificationKey, readAlgorithm, readGivenKeys } from '@signet/token/keys';
import { verifyToken } from '@signet/token/verify';
import { type Algorithm, createVerifier } from 'fast-jwt';
import { importJWK, type JWTVerifyOptions, jwtVerify } from 'jose';
import jsonwebtoken, { type Algorithm as JsonWebTokenAlgorithm } from 'jsonwebtoken';
import { audience, issuer, type Subject } from './subjects.ts';

/** Answers whether a token is believed: signature, `iss`, `aud`, `exp`. */
export type Verifier = (token: string) => boolean | Promise<boolean>;

export interface Library {
  readonly name: string;
  /** Undefined where the library does not know the algorithm. */
  readonly prepare: (subject: Subject) => Promise<Verifier | undefined>;
}

export const libraries: readonly Library[] = [
  { name: 'signet', prepare: signet },
  { name: 'jose', prepare: jose },
  { name: 'fast-jwt', prepare: fastJwt },
  { name: 'jsonwebtoken', prepare: jsonWebToken },
];

async function signet({ algorithm, jwk }: Subject): Promise<Verifier> {
  const known = readAlgorithm(algorithm);
  if (known === undefined) return inspection(jwk, algorithm);
  const imported = await importVerificationKey({ from: 'jwk', jwk }, known);
  if (imported.kind === 'refused') throw new Error(imported.refusal.sentence);
  const policy = { keys: [imported.key], issuers: [issuer], audiences: [audience] };
  return async (token) => (await verifyToken(token, { ...policy, now: seconds() })).verdict === 'verified';
}

/** What decides about nothing, and so may know more algorithms. */
function inspection(jwk: Subject['jwk'], algorithm: string): Verifier {
  const given = readGivenKeys(jwk);
  if (given.kind === 'refused') throw new Error(given.refusal.sentence);
  const keys = openInspectionKeys(given.key);
  return async (token) => {
    const { verdict } = await inspectToken(token, { keys, algorithm, checks: 'all', now: seconds() });
    return verdict.verdict === 'verified';
  };
}

async function jose({ algorithm, jwk }: Subject): Promise<Verifier | undefined> {
  if (['ES256K', 'Ed448'].includes(algorithm)) return undefined;
  const isLattice = algorithm.startsWith('ML-DSA');
  const key = await importJWK(isLattice ? { ...jwk, alg: algorithm } : { ...jwk }, algorithm);
  const options: JWTVerifyOptions = { issuer, audience, algorithms: [algorithm] };
  return async (token) => (await jwtVerify(token, key, options)).payload.iss === issuer;
}

const beyondOthers = ['ES256K', 'Ed448', 'ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87'];

async function fastJwt({ algorithm, text }: Subject): Promise<Verifier | undefined> {
  if (beyondOthers.includes(algorithm)) return undefined;
  const algorithms = [algorithm as Algorithm];
  const check = createVerifier({ key: text, algorithms, allowedIss: issuer, allowedAud: audience });
  return (token) => check(token).iss === issuer;
}

async function jsonWebToken({ algorithm, key, text }: Subject): Promise<Verifier | undefined> {
  if (beyondOthers.includes(algorithm) || algorithm === 'EdDSA') return undefined;
  const secret = key instanceof Uint8Array ? text : key;
  const options = { issuer, audience, algorithms: [algorithm as JsonWebTokenAlgorithm] };
  return (token) => Object(jsonwebtoken.verify(token, secret, options)).iss === issuer;
}

/** jwt-cli starts a process for each token, as it is used. It knows no ES512 and none of the newer algorithms. */
export function jwtCli(program: string, folder: string): Library {
  return {
    name: 'jwt-cli',
    prepare: async ({ algorithm, text }) => {
      if (beyondOthers.includes(algorithm) || algorithm === 'ES512') return undefined;
      const file = join(folder, `${algorithm}.pem`);
      writeFileSync(file, text);
      const words = ['decode', `--alg=${algorithm}`, `--secret=@${file}`];
      return (token) => spawnSync(program, [...words, token], { stdio: 'ignore' }).status === 0;
    },
  };
}

function seconds(): number {
  return Math.floor(Date.now() / 1000);
}
