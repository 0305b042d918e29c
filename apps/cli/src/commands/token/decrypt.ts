import { decryptJwe, type GivenKeys, openDecryptionKeys, readGivenKeys } from '@signet/token';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { readToken } from '../../input/read-token.ts';
import { type KeySource, readKeyText } from '../../keys/read-key-text.ts';
import { safeText } from '../../terminal/safe-text.ts';

export interface DecryptOptions extends CommonOptions, KeySource {
  readonly alg?: string;
}

/** Decrypts one JWE and prints what it held. */
export async function decrypt(
  context: Context,
  argument: string | undefined,
  options: DecryptOptions,
): Promise<void> {
  const keys = openDecryptionKeys(await readKeys(context, options));
  const token = await readToken(argument, context.terminal);
  const pin = options.alg === undefined ? {} : { algorithm: options.alg };
  const { verdict } = await decryptJwe(token, { keys, ...pin });
  if (verdict.verdict === 'refused') throw new CommandFailure(verdict.refusal);
  const { header, plaintext, warnings } = verdict.token;
  for (const warning of warnings) context.terminal.err(`${warning}\n`);
  const bytes = Buffer.from(plaintext);
  answer(
    context,
    options,
    { header, plaintext: bytes.toString('base64url'), warnings },
    () => `${safeText(bytes.toString('utf8'))}\n`,
  );
}

async function readKeys(context: Context, source: KeySource): Promise<GivenKeys> {
  const reading = await readKeyText(context, source);
  const given = readGivenKeys(givenBy(reading));
  if (given.kind === 'key') return given.key;
  throw new CommandFailure(given.refusal);
}

function givenBy(reading: Awaited<ReturnType<typeof readKeyText>>): unknown {
  switch (reading.kind) {
    case 'jwk':
      return reading.jwk;
    case 'jwks':
      return { keys: reading.keys };
    case 'pem':
      return reading.pem;
    case 'secret':
      return { secret: reading.secret };
  }
}
