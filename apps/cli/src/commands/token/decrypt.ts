import { decryptJwe, openDecryptionKeys } from '@signet/token/jwe';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { readToken, type TokenSource } from '../../input/read-token.ts';
import { readGiven } from '../../keys/given-keys.ts';
import type { KeySource } from '../../keys/read-key-text.ts';
import { printWarning } from '../../terminal/print-warning.ts';
import { safeText } from '../../terminal/safe-text.ts';

export interface DecryptOptions extends CommonOptions, KeySource, TokenSource {
  readonly key?: string;
  readonly alg?: string;
}

/** Decrypts one JWE and prints what it held. */
export async function decrypt(
  context: Context,
  argument: string | undefined,
  options: DecryptOptions,
): Promise<void> {
  const keys = openDecryptionKeys(await readGiven(context, options));
  const token = await readToken(context, argument, options);
  const pin = options.alg === undefined ? {} : { algorithm: options.alg };
  const { verdict } = await decryptJwe(token, { keys, ...pin });
  if (verdict.verdict === 'refused') throw new CommandFailure(verdict.refusal);
  const { header, plaintext, warnings } = verdict.token;
  for (const warning of warnings) printWarning(context, warning);
  const bytes = Buffer.from(plaintext);
  if (isNested(header)) context.terminal.err(nestedHint);
  answer(
    context,
    options,
    { header, plaintext: bytes.toString('base64url'), warnings },
    () => `${safeText(bytes.toString('utf8'))}\n`,
  );
}

/** RFC 7519 §5.2. */
function isNested({ cty }: Readonly<Record<string, unknown>>): boolean {
  return typeof cty === 'string' && /^(application\/)?jwt$/i.test(cty);
}

const nestedHint = 'A token was inside (cty JWT): pipe it into `signet token verify`.\n';
