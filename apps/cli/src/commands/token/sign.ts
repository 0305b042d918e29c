import { readFile } from 'node:fs/promises';
import { importSigningKey, type KeyMaterial, parseJsonObject, signToken } from '@signet/token';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, usageFailure } from '../../failure.ts';
import { readAll } from '../../input/read-stdin.ts';
import { chooseAlgorithm } from '../../keys/choose-algorithm.ts';
import { type KeySource, readKeyText } from '../../keys/read-key-text.ts';
import { usable } from '../../keys/verification-keys.ts';
import { parseExpiry } from './time-option.ts';

export interface SignOptions extends CommonOptions, KeySource {
  readonly alg?: string;
  /** A file with the claims as JSON; standard input otherwise. */
  readonly claims?: string;
  readonly exp?: string;
  readonly type?: string;
  readonly kid?: string;
}

/** Signs claims into a token and prints it. Adds nothing but what the options say. */
export async function sign(context: Context, options: SignOptions): Promise<void> {
  const reading = await readKeyText(context, options);
  if (reading.kind === 'jwks') throw oneKeyOnly();
  const algorithm = chooseAlgorithm(options.alg, reading.algorithms);
  const kid = options.kid === undefined ? {} : { kid: options.kid };
  const material: KeyMaterial =
    reading.kind === 'jwk'
      ? { from: 'jwk', jwk: { ...reading.jwk, ...kid } }
      : reading.kind === 'pem'
        ? { from: 'pem', pem: reading.pem, ...kid }
        : { from: 'secret', secret: reading.secret, ...kid };
  const key = usable(await importSigningKey(material, algorithm));
  const claims = await readClaims(context, options);
  const token = await signToken(claims, {
    key,
    ...(options.type === undefined ? {} : { type: options.type }),
  });
  answer(context, options, { token, algorithm, claims }, () => `${token}\n`);
}

async function readClaims(context: Context, { claims: file, exp }: SignOptions): Promise<object & Claims> {
  const text = file === undefined ? await readAll(context.terminal.input) : await readFile(file, 'utf8');
  const parsed = parseJsonObject(new TextEncoder().encode(text), 'payload');
  if (parsed.verdict === 'refused') {
    const { sentence, expected, actual } = parsed.refusal;
    throw new CommandFailure({
      sentence: sentence.replace('The payload', 'What is to be signed'),
      expected: expected ?? 'a JSON object with the claims',
      ...(actual === undefined ? {} : { actual }),
      fix: 'Give the claims as a JSON object on standard input or with --claims FILE.',
    });
  }
  if (exp === undefined) return parsed.token;
  const now = Math.floor(context.clock() / 1000);
  return { iat: now, ...parsed.token, exp: parseExpiry(exp, now) };
}

type Claims = Readonly<Record<string, unknown>>;

function oneKeyOnly(): Error {
  return usageFailure({
    sentence: 'A set of keys cannot sign.',
    expected: 'one private key or one secret',
    actual: 'a JWK set',
    fix: 'Put the one key into a file of its own.',
  });
}
