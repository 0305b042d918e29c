import { parseToken } from '@signet/token/parse';
import {
  type CodeKeySource,
  type CodeRequest,
  codeStacks,
  codeSuggestion,
  type VerificationCode,
  writeVerificationCode,
} from '@signet/token/verification-code';
import { answer, type CommonOptions, type Context } from '../../context.ts';
import { usageFailure } from '../../failure.ts';
import { longestToken } from '../../input/longest-token.ts';
import { readToken } from '../../input/read-token.ts';
import { secretEncodings } from '../../keys/secret-encoding.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { wrap } from '../../terminal/wrap.ts';
import { parseSkew } from './time-option.ts';

export interface CodeOptions extends CommonOptions {
  readonly file?: string;
  readonly stack?: string;
  readonly alg?: string;
  readonly issuer?: string;
  readonly audience?: string;
  readonly type?: string;
  readonly skew?: string;
  readonly jwksUrl?: string;
  readonly pem?: string;
  readonly secretEnv?: string;
  readonly secretEncoding?: string;
}

/**
 * Writes a program that verifies tokens like this one. What the options do not say is taken from the token, and said on
 * standard error, so that the program alone stands on standard output.
 */
export async function code(
  context: Context,
  argument: string | undefined,
  options: CodeOptions,
): Promise<void> {
  const { alg, issuer, audience, type } = options;
  const isWhole = alg !== undefined && issuer !== undefined && audience !== undefined;
  const text = isWhole ? '' : await readToken(context, argument, options);
  const suggestion = codeSuggestion(parseToken(text, { maxBytes: longestToken }));
  const expected = {
    ...suggestion,
    ...(alg === undefined ? {} : { algorithm: alg }),
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
    ...(type === undefined ? {} : { type }),
  };
  const written = writeVerificationCode({
    ...expected,
    stack: stackOf(options.stack),
    clockSkew: parseSkew(options.skew ?? '30s'),
    key: keyOf(expected.algorithm, options),
  });
  if (written.kind === 'refused') {
    const { sentence, expected: wanted, actual, fix } = written.refusal;
    throw usageFailure({
      sentence,
      ...(wanted === undefined ? {} : { expected: wanted }),
      ...(actual === undefined ? {} : { actual }),
      ...(fix === undefined ? {} : { fix }),
    });
  }
  answer(context, options, written, () => written.code);
  if (options.json !== true) context.terminal.err(notes(written, expected, options, context));
}

function stackOf(name = 'node'): CodeRequest['stack'] {
  const found = codeStacks.find(({ stack }) => stack === name);
  if (found !== undefined) return found.stack;
  throw usageFailure({
    sentence: 'No code can be written for this.',
    expected: `one of ${codeStacks.map(({ stack }) => stack).join(', ')}`,
    actual: name.slice(0, 40),
    fix: 'Choose one of them after --stack.',
  });
}

/** Where nothing is said, a file for a public key and the environment for a secret. */
function keyOf(algorithm: string, { jwksUrl, pem, secretEnv, secretEncoding }: CodeOptions): CodeKeySource {
  if ([jwksUrl, pem, secretEnv].filter((each) => each !== undefined).length > 1) {
    throw usageFailure({
      sentence: 'The program reads its key from one place.',
      expected: 'one of --jwks-url, --pem and --secret-env',
      fix: 'Leave the others out.',
    });
  }
  if (jwksUrl !== undefined) return { from: 'jwks', url: jwksUrl };
  if (pem !== undefined) return { from: 'pem', path: pem };
  if (secretEnv === undefined && !algorithm.startsWith('HS')) return { from: 'pem', path: 'public.pem' };
  return { from: 'secret', variable: secretEnv ?? 'TOKEN_SECRET', encoding: encodingOf(secretEncoding) };
}

type Encoding = (CodeKeySource & { from: 'secret' })['encoding'];

function encodingOf(name = 'utf8'): Encoding {
  const isKnown = (text: string): text is Encoding => secretEncodings.includes(text);
  if (isKnown(name)) return name;
  throw usageFailure({
    sentence: 'This is no way that secrets are written in here.',
    expected: `one of ${secretEncodings.join(', ')}`,
    actual: name.slice(0, 40),
    fix: 'Choose one of them after --secret-encoding.',
  });
}

function notes(
  { file, install, proofSentence }: VerificationCode,
  { algorithm, issuer, audience, type }: Pick<CodeRequest, 'algorithm' | 'issuer' | 'audience' | 'type'>,
  options: CodeOptions,
  { terminal }: Context,
): string {
  const taken = [
    options.alg === undefined ? `alg ${algorithm}` : '',
    options.issuer === undefined ? `iss ${issuer}` : '',
    options.audience === undefined ? `aud ${audience}` : '',
    options.type === undefined && type !== undefined ? `typ ${type}` : '',
  ].filter((each) => each !== '');
  const caution = `Taken from the token, which was not verified: ${taken.join(', ')}. Make sure that this is what you expect.`;
  const sentences = [
    ...(taken.length === 0 ? [] : [safeText(caution)]),
    `Save it as ${file}. ${proofSentence}`,
  ];
  return `\n${[...sentences.flatMap((each) => wrap(each, terminal.width)), install].join('\n')}\n`;
}
