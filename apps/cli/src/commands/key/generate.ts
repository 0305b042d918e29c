import { contentEncryptions, writingAlgorithms } from '@signet/token/jwe';
import { inspectionAlgorithms } from '@signet/token/jws';
import {
  agreementCurves,
  type Jwk,
  makeKey,
  modulusSizes,
  type NewKey,
  type NewKeyRequest,
  readAlgorithm,
} from '@signet/token/keys';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import {
  deliverPrivate,
  type KeyDestination,
  requireDestination,
  writeKeyFile,
} from '../../keys/key-destination.ts';
import { keyText, parseFormat } from '../../keys/key-format.ts';
import { usable } from '../../keys/usable.ts';
import { jsonText } from '../../terminal/json-text.ts';

export interface GenerateOptions extends CommonOptions, KeyDestination {
  readonly alg: string;
  /** Bits of an RSA key. */
  readonly size?: string;
  /** Curve of an ECDH-ES key. */
  readonly curve?: string;
  /** Content encryption of a key for `dir`. */
  readonly enc?: string;
  readonly kid?: string;
  readonly format: string;
  readonly pem?: boolean;
  /** The public half as a key set to publish. */
  readonly jwks?: boolean;
  /** A file for the public half. */
  readonly publicOut?: string;
}

/** Makes a key. The private half goes where it was asked to go; the public half is printed or written. */
export async function generate(context: Context, options: GenerateOptions): Promise<void> {
  requireDestination(options);
  const format = options.pem === true ? 'pem' : parseFormat(options.format);
  const { whole, open } = usable(await makeKey(requestOf(options)));
  const published = open === undefined ? undefined : publishedText({ whole, open }, options, format);
  await deliverPrivate(context, options, keyText(whole, format));
  if (published !== undefined && options.publicOut !== undefined)
    await writeKeyFile(options.publicOut, published, 0o644);
  // Standard output holds the private key then, and nothing else, so that it can be piped on.
  if (options.stdout === true) return;
  const { out, publicOut } = options;
  answer(context, options, { out, publicOut, public: open, kid: whole['kid'] }, () => published ?? '');
}

function publishedText({ open = {} }: NewKey, { jwks }: GenerateOptions, format: 'jwk' | 'pem'): string {
  const set: Jwk = { keys: [open] };
  return jwks === true ? jsonText(set) : keyText(open, format);
}

function requestOf({ alg, size, curve, enc, kid }: GenerateOptions): NewKeyRequest {
  const algorithm = parsePurpose(alg);
  return {
    algorithm,
    ...(size === undefined ? {} : { modulusLength: oneOf(modulusSizes, Number(size), '--size') }),
    ...(curve === undefined ? {} : { curve: oneOf(agreementCurves, curve, '--curve') }),
    ...(enc === undefined ? {} : { encryption: oneOf(contentEncryptions, enc, '--enc') }),
    kid: kid === undefined ? 'thumbprint' : { name: kid },
  };
}

function parsePurpose(text: string): NewKeyRequest['algorithm'] {
  return readAlgorithm(text) ?? oneOf([...inspectionAlgorithms, ...writingAlgorithms], text, '--alg');
}

function oneOf<Known extends string | number>(
  known: readonly Known[],
  asked: string | number,
  option: string,
): Known {
  const found = known.find((each) => each === asked);
  if (found !== undefined) return found;
  throw usageFailure({
    sentence: 'No key of this kind is made here.',
    expected: `one of ${known.join(', ')}`,
    actual: String(asked).slice(0, 40),
    fix: `Choose one of them after ${option}.`,
  });
}
