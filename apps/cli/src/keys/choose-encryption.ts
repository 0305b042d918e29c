import {
  type ContentEncryption,
  chooseEncryptionKey,
  contentEncryptions,
  type EncryptionKey,
  encryptionAlgorithmsOf,
  type WritingAlgorithm,
  writingAlgorithms,
} from '@signet/token/jwe';
import type { GivenKeys } from '@signet/token/keys';
import { CommandFailure, usageFailure } from '../failure.ts';

/** What was asked for on the command line. */
export interface EncryptionWishes {
  readonly alg?: string;
  readonly enc?: string;
  /** Which key of a set. */
  readonly recipient?: string;
}

export interface ChosenEncryption {
  readonly key: EncryptionKey;
  readonly algorithm: WritingAlgorithm;
  readonly encryption: ContentEncryption;
}

/** Authenticated, everywhere to be had, and with a key that stays strong. */
const usualEncryption: ContentEncryption = 'A256GCM';

/**
 * The key and the algorithms to encrypt with: those that were asked for, that the key names, or the best for a key
 * pair. With a shared secret nothing is guessed: the reader must be told the same.
 * @throws CommandFailure
 */
export async function chooseEncryption(
  given: GivenKeys,
  wishes: EncryptionWishes,
): Promise<ChosenEncryption> {
  const encryption = parseEncryption(wishes.enc ?? usualEncryption);
  const algorithm =
    wishes.alg === undefined
      ? await suitable(given, wishes.recipient, encryption)
      : parseKeyAlgorithm(wishes.alg);
  const kid = wishes.recipient === undefined ? {} : { kid: wishes.recipient };
  const chosen = await chooseEncryptionKey(given, { algorithm, encryption, ...kid });
  if (chosen.kind === 'refused') throw new CommandFailure(chosen.refusal);
  return { key: chosen.key, algorithm, encryption };
}

async function suitable(
  { kind, keys }: GivenKeys,
  recipient: string | undefined,
  encryption: ContentEncryption,
): Promise<WritingAlgorithm> {
  const named =
    kind === 'one' || recipient === undefined ? keys : keys.filter(({ kid }) => kid === recipient);
  const lists = await Promise.all(named.map((key) => encryptionAlgorithmsOf(key, encryption)));
  const possible = [...new Set(lists.flat())];
  const isShared = named.some(
    (key) => key.kind === 'secret' || (key.kind === 'jwk' && key.jwk['kty'] === 'oct'),
  );
  const [best, ...others] = possible;
  if (best !== undefined && (others.length === 0 || !isShared)) return best;
  if (best === undefined && !isShared) throw await whyNone({ kind, keys }, recipient, encryption);
  throw usageFailure({
    sentence:
      possible.length === 0
        ? 'The key is for no encryption that Signet knows.'
        : 'The secret could be used with more than one algorithm.',
    expected: `--alg with one of ${(possible.length === 0 ? writingAlgorithms : possible).join(', ')}`,
    actual: 'no --alg',
    fix: 'Say which algorithm the reader expects, and give a key that is for it.',
  });
}

/** That a key pair is of another kind says less than that it is only for signatures, or too short. */
async function whyNone(
  given: GivenKeys,
  recipient: string | undefined,
  encryption: ContentEncryption,
): Promise<CommandFailure> {
  const kid = recipient === undefined ? {} : { kid: recipient };
  const tries = await Promise.all(
    (['RSA-OAEP-256', 'ECDH-ES+A256KW'] as const).map((algorithm) =>
      chooseEncryptionKey(given, { algorithm, encryption, ...kid }),
    ),
  );
  const refusals = tries.flatMap((each) => (each.kind === 'refused' ? [each.refusal] : []));
  const telling = refusals.find(({ code }) => code !== 'key_wrong_kind') ?? refusals.at(-1);
  return new CommandFailure(telling ?? { sentence: 'The key is for no encryption that Signet knows.' });
}

function parseEncryption(text: string): ContentEncryption {
  const encryption = contentEncryptions.find((known) => known === text);
  if (encryption !== undefined) return encryption;
  throw unknown('content encryption', text, contentEncryptions, '--enc');
}

function parseKeyAlgorithm(text: string): WritingAlgorithm {
  const algorithm = writingAlgorithms.find((known) => known === text);
  if (algorithm !== undefined) return algorithm;
  if (text !== 'RSA1_5') throw unknown('way to encrypt a key', text, writingAlgorithms, '--alg');
  throw usageFailure({
    sentence: 'RSA1_5 is open to padding attacks; nothing is encrypted with it here (RFC 8725 §3.2).',
    expected: 'RSA-OAEP-256 for the same key',
    actual: 'RSA1_5',
    fix: 'Choose RSA-OAEP-256. Tokens that others made with RSA1_5 can still be decrypted.',
  });
}

function unknown(what: string, text: string, known: readonly string[], option: string): Error {
  return usageFailure({
    sentence: `This is no ${what} that Signet knows.`,
    expected: `one of ${known.join(', ')}`,
    actual: text.slice(0, 40),
    fix: `Choose one of them after ${option}.`,
  });
}
