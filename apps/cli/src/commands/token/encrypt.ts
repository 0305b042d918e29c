import { encryptJwe } from '@signet/token/jwe';
import { parseToken } from '@signet/token/parse';
import { convertToken } from '@signet/token/serialisation';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, usageFailure } from '../../failure.ts';
import { readBytes } from '../../input/read-file.ts';
import { readAllBytes } from '../../input/read-stdin.ts';
import { chooseEncryption, type EncryptionWishes } from '../../keys/choose-encryption.ts';
import { readGiven } from '../../keys/given-keys.ts';
import { parseSerialisation } from '../../keys/parse-serialisation.ts';
import type { KeySource } from '../../keys/read-key-text.ts';
import { printWarning } from '../../terminal/print-warning.ts';

export interface EncryptOptions extends CommonOptions, KeySource, EncryptionWishes {
  /** A file with what is to be encrypted; standard input otherwise. */
  readonly content?: string;
  readonly to: string;
  readonly type?: string;
  readonly cty?: string;
  readonly kid?: string;
}

/** Encrypts what comes on standard input, to the last byte. A token in there is named as such (cty JWT). */
export async function encrypt(context: Context, options: EncryptOptions): Promise<void> {
  const to = parseSerialisation(options.to);
  if (options.key === '-' && (options.content ?? '-') === '-') throw onlyOnce();
  const chosen = await chooseEncryption(await readGiven(context, options), options);
  if (chosen.key.wasPrivate) {
    printWarning(
      context,
      'This is a private key; its public half was used. Whoever encrypts needs no more than that.',
    );
  }
  const content = await readContent(context, options);
  const kid = options.kid ?? chosen.key.kid;
  const cty = options.cty ?? (isToken(content) ? 'JWT' : undefined);
  const header = {
    ...(options.type === undefined ? {} : { typ: options.type }),
    ...(cty === undefined ? {} : { cty }),
    ...(kid === undefined ? {} : { kid }),
  };
  const compact = await encryptJwe(isToken(content) ? trimmed(content) : content, { ...chosen, header });
  const written = convertToken(compact, { to, maxBytes: compact.length });
  if (written.verdict === 'refused') throw new CommandFailure(written.refusal);
  const { algorithm, encryption } = chosen;
  const about = { alg: algorithm, enc: encryption, ...header };
  answer(context, options, { token: written.token.text, header: about }, () => `${written.token.text}\n`);
}

function readContent({ terminal }: Context, { content = '-' }: EncryptOptions): Promise<Uint8Array> {
  return content === '-' ? readAllBytes(terminal.input) : readBytes(content);
}

function onlyOnce(): Error {
  return usageFailure({
    sentence: 'Standard input can be read only once.',
    expected: 'the key or the content on standard input, not both',
    fix: 'Name the file of the content with --content.',
  });
}

/** RFC 7519 §5.2: a nested token must be named as one. */
function isToken(content: Uint8Array): boolean {
  const text = new TextDecoder().decode(content).trim();
  if (!/^[\w-]+\.[\w-]*\.[\w-]*(\.[\w-]*\.[\w-]*)?$/.test(text)) return false;
  const { kind, problems } = parseToken(text, { maxBytes: text.length });
  return (kind === 'signed' || kind === 'encrypted') && problems.length === 0;
}

/** A line end behind a token is the shell's, not the token's. */
function trimmed(content: Uint8Array): Uint8Array {
  return new TextEncoder().encode(new TextDecoder().decode(content).trim());
}
