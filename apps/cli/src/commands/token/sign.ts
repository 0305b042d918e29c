import { dangerouslyMakeUnsignedJws, type JwsSigner, type Making, signJws } from '@signet/token/jws';
import type { Serialisation } from '@signet/token/serialisation';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, usageFailure } from '../../failure.ts';
import { readTextFile } from '../../input/read-file.ts';
import { parseSerialisation } from '../../keys/parse-serialisation.ts';
import { type ChosenKey, readSigningKeys, type SigningKeySource } from '../../keys/signing-keys.ts';
import { printWarning } from '../../terminal/print-warning.ts';
import { memberNames, setMembers } from './edit-object.ts';
import { type PayloadOptions, readSignedPayload } from './signed-payload.ts';

export interface SignOptions extends CommonOptions, SigningKeySource, PayloadOptions {
  readonly to: string;
  /** A file with the protected header as JSON; `alg` and what other options say is put in front of it. */
  readonly header?: string;
  /** A file with the unprotected header, of the JSON serialisations. */
  readonly unprotected?: string;
  readonly type?: string;
  readonly kid?: string;
  readonly detached?: boolean;
  readonly unencoded?: boolean;
  readonly dangerouslyUnsigned?: boolean;
}

/** Signs claims or bytes into a token and prints it. Adds nothing but what the options say. */
export async function sign(context: Context, options: SignOptions): Promise<void> {
  const form = parseSerialisation(options.to);
  const made = await (options.dangerouslyUnsigned === true
    ? makeUnsigned(context, options)
    : makeSigned(context, options, form));
  if (made.making.kind === 'refused') throw new CommandFailure(made.making.refusal);
  const { token, warnings } = made.making;
  for (const warning of warnings) printWarning(context, warning);
  const { algorithms, claims } = made;
  const [algorithm] = algorithms;
  answer(context, options, { token, algorithm, algorithms, claims, warnings }, () => `${token}\n`);
}

interface Made {
  readonly making: Making;
  readonly algorithms: readonly string[];
  readonly claims?: unknown;
}

async function makeSigned(context: Context, options: SignOptions, form: Serialisation): Promise<Made> {
  const keys = await readSigningKeys(context, options);
  if (keys.length > 1 && form !== 'general') throw oneKeyOnly();
  const { payload, claims } = await readSignedPayload(context, options);
  const written = options.header === undefined ? '{}' : await readTextFile(options.header);
  const open = options.unprotected === undefined ? undefined : await readTextFile(options.unprotected);
  const signers = keys.map(({ key, algorithm }): JwsSigner => {
    const protectedHeader = headerText(written, options, { key, algorithm });
    return { key, protectedHeader, ...(open === undefined ? {} : { unprotectedHeader: open.trim() }) };
  });
  const making = await signJws({ payload, signers, form, isDetached: options.detached === true });
  return { making, algorithms: keys.map(({ algorithm }) => algorithm), ...claims };
}

/** What the options say goes in front; a header that says it already must not be told again. */
function headerText(text: string, options: SignOptions, { key, algorithm }: ChosenKey): string {
  const names = memberNames(text);
  const { alg, type, kid, unencoded } = options;
  const told = {
    ...(alg === undefined ? {} : { alg: algorithm }),
    ...(type === undefined ? {} : { typ: type }),
    ...(kid === undefined ? {} : { kid }),
    ...(unencoded === true ? { b64: false, crit: ['b64'] } : {}),
  };
  const twice = Object.keys(told).find((name) => names.has(name));
  if (twice !== undefined) throw saidTwice(twice);
  const known = {
    alg: algorithm,
    ...(isJwt(options) ? { typ: 'JWT' } : {}),
    ...(key.kid === undefined ? {} : { kid: key.kid }),
  };
  const missing = Object.entries(known).filter(([name]) => !names.has(name));
  return setMembers(text, { ...Object.fromEntries(missing), ...told }, 'front');
}

/** Claims in the compact form are a JWT and say so (RFC 7519 §5.1), unless the header is the writer's own. */
function isJwt({ to, payload, header, type, unencoded }: SignOptions): boolean {
  return (
    to === 'compact' && [payload, header, type].every((each) => each === undefined) && unencoded !== true
  );
}

async function makeUnsigned(context: Context, options: SignOptions): Promise<Made> {
  const { payload, claims } = await readSignedPayload(context, options);
  const text = options.header === undefined ? '{}' : await readTextFile(options.header);
  const { type = isJwt(options) ? 'JWT' : undefined } = options;
  const told = { alg: 'none', ...(type === undefined ? {} : { typ: type }) };
  const missing = Object.entries(told).filter(([name]) => !memberNames(text).has(name));
  const header = setMembers(text, Object.fromEntries(missing), 'front');
  return { making: dangerouslyMakeUnsignedJws(payload, header), algorithms: ['none'], ...claims };
}

function saidTwice(name: string): Error {
  return usageFailure({
    sentence: `The header says ${name} already.`,
    expected: `${name} in the header or as an option`,
    fix: 'Leave out one of them.',
  });
}

function oneKeyOnly(): Error {
  return usageFailure({
    sentence: 'Several keys make several signatures, which only one form has room for.',
    expected: 'one private key or one secret, or `--to general`',
    actual: 'a JWK set',
    fix: 'Put the one key into a file of its own.',
  });
}
