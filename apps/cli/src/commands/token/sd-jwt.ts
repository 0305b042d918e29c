import { type Jwk, jwkOfText } from '@signet/token/keys';
import { type ClaimPath, issueSdJwt, presentSdJwt, readClaimPath, readSdJwt } from '@signet/token/sd-jwt';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { CommandFailure, usageFailure } from '../../failure.ts';
import { readKeyBytes } from '../../input/read-key-file.ts';
import { readToken, type TokenSource } from '../../input/read-token.ts';
import { namesKey } from '../../keys/read-key-text.ts';
import { readSigningKeys, type SigningKeySource } from '../../keys/signing-keys.ts';
import { printWarning } from '../../terminal/print-warning.ts';
import { setMembers } from './edit-object.ts';
import { type PayloadOptions, readSignedPayload } from './signed-payload.ts';

export interface IssueOptions extends CommonOptions, SigningKeySource, Omit<PayloadOptions, 'payload'> {
  readonly hide?: readonly string[];
  /** A file with the key of the holder, either half. */
  readonly holder?: string;
  readonly decoys?: string;
  readonly type: string;
  readonly kid?: string;
}

/** Issues an SD-JWT with all its disclosures, for its holder. */
export async function issueSelective(context: Context, options: IssueOptions): Promise<void> {
  const paths = (options.hide ?? []).map(parsePath);
  const [{ key, algorithm }] = await readSigningKeys(context, options);
  const { payload } = await readSignedPayload(context, options);
  const kid = options.kid ?? key.kid;
  const holder = options.holder === undefined ? undefined : await readHolder(context, options.holder);
  const making = await issueSdJwt({
    claims: new TextDecoder().decode(payload),
    paths,
    key,
    protectedHeader: setMembers('{}', {
      alg: algorithm,
      typ: options.type,
      ...(kid === undefined ? {} : { kid }),
    }),
    decoys: Number(options.decoys ?? 0),
    ...(holder === undefined ? {} : { holder }),
  });
  deliver(context, options, making);
}

export interface PresentOptions extends CommonOptions, SigningKeySource, Omit<TokenSource, 'key'> {
  readonly show?: readonly string[];
  readonly audience?: string;
  readonly nonce?: string;
}

/** Presents a choice of what an SD-JWT discloses, with the proof of its holder where a key is named. */
export async function presentSelective(
  context: Context,
  argument: string | undefined,
  options: PresentOptions,
): Promise<void> {
  const text = await readToken(context, argument, options);
  const sdJwt = await readSdJwt(text);
  if (sdJwt === undefined) throw notSelective();
  const digests = (options.show ?? []).map((path) => {
    const found = sdJwt.disclosures.find((each) => each.path === path);
    if (found === undefined)
      throw nothingToShow(
        path,
        sdJwt.disclosures.flatMap((each) => each.path ?? []),
      );
    return found.digest;
  });
  const keyBinding = namesKey(options) ? await bindingOf(context, options) : undefined;
  deliver(
    context,
    options,
    await presentSdJwt(text, { digests, ...(keyBinding === undefined ? {} : { keyBinding }) }),
  );
}

async function bindingOf(context: Context, options: PresentOptions) {
  const { audience, nonce } = options;
  if (audience === undefined || nonce === undefined) throw boundToNobody();
  const [chosen] = await readSigningKeys(context, options);
  return { ...chosen, audience, nonce, issuedAt: Math.floor(context.clock() / 1000) };
}

function deliver(
  context: Context,
  options: CommonOptions,
  making: Awaited<ReturnType<typeof issueSdJwt>>,
): void {
  if (making.kind === 'refused') throw new CommandFailure(making.refusal);
  const { token, warnings } = making;
  for (const warning of warnings) printWarning(context, warning);
  answer(context, options, { token, warnings }, () => `${token}\n`);
}

function parsePath(text: string): ClaimPath {
  const path = readClaimPath(text);
  if (path !== undefined) return path;
  throw usageFailure({
    sentence: 'This is no path to a claim.',
    expected: 'a path such as address.street, nationalities[1] or the JSON pointer /a.b/0',
    actual: text.slice(0, 40),
    fix: 'Write the path in one of these ways.',
  });
}

async function readHolder(context: Context, file: string): Promise<Jwk> {
  const jwk = await jwkOfText(await readKeyBytes(context, file));
  if (jwk.kind === 'refused') throw new CommandFailure(jwk.refusal);
  if (jwk.key['kty'] !== 'oct') return jwk.key;
  throw usageFailure({
    sentence: 'A shared secret cannot be the key of a holder.',
    expected: 'a public or private key',
    fix: 'Give the file of another key.',
  });
}

function notSelective(): Error {
  return usageFailure({
    sentence: 'This is no SD-JWT.',
    expected: 'a token with its disclosures, each after a ~',
    fix: 'Give what the issuer sent, to the last ~.',
  });
}

function nothingToShow(path: string, known: readonly string[]): Error {
  return usageFailure({
    sentence: 'The SD-JWT discloses nothing at this path.',
    expected: `one of ${known.slice(0, 20).join(', ')}`,
    actual: path.slice(0, 40),
    fix: 'Choose one of them after --show.',
  });
}

function boundToNobody(): Error {
  return usageFailure({
    sentence: 'A proof of the holder is made for one verifier.',
    expected: '--audience and --nonce beside the key',
    fix: 'Name what the verifier asked for.',
  });
}
