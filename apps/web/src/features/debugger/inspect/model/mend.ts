import { inspectJws, openInspectionKeys } from '@signet/token/jws';
import { readKey } from '@signet/token/keys';
import { type SecretEncoding, secretEncodings } from '../../keys/key-reading.ts';
import { words } from '../words.ts';
import { giveKey } from './give-key.ts';

/** A compact token, a key and how the key is read: what the reader asks about. */
export interface Question {
  readonly token: string;
  readonly key: string;
  readonly encoding: SecretEncoding;
}

/** Another key, or another reading of it, with which the pasted token does verify. */
export interface Mend {
  /** What the button says. */
  readonly label: string;
  readonly key: string;
  readonly encoding: SecretEncoding;
}

type Change = readonly [name: keyof typeof words.mends.secret, apply: (text: string) => string];

const changes: readonly Change[] = [
  ['asItIs', (text) => text],
  ['withoutLineBreak', (text) => text.replace(/\r?\n$/, '')],
  ['trimmed', (text) => text.trim()],
  ['withoutMark', (text) => text.replace(/^\ufeff/, '')],
  ['unquoted', (text) => text.trim().replace(/^(["'`])(.*)\1$/s, '$2')],
  ['withLineBreak', (text) => `${text}\n`],
  ['withWindowsLineBreak', (text) => `${text}\r\n`],
  ['unescaped', (text) => text.replaceAll('\\r', '\r').replaceAll('\\n', '\n')],
  ['percentDecoded', percentDecoded],
];

/** Bounds the work on a pasted key set. */
const mostKeys = 64;

/** The first change of the key alone that makes the signature match; never a change of the token. */
export async function findMend(question: Question, signal: AbortSignal): Promise<Mend | undefined> {
  for (const mend of candidates(question)) {
    if (signal.aborted) return undefined;
    const { keys } = await giveKey({ ...mend, password: '' });
    if (keys === undefined) continue;
    const { verdict } = await inspectJws(question.token, {
      keys: openInspectionKeys(keys),
      maxBytes: question.token.length,
    });
    if (verdict.verdict === 'verified') return mend;
  }
  return undefined;
}

function candidates({ key, encoding }: Question): readonly Mend[] {
  const reading = readKey(key);
  switch (reading.kind) {
    case 'secret':
      return secretMends(key, encoding);
    case 'jwk':
      return [{ label: words.mends.withoutMarks, key: printKey(withoutMarks(reading.jwk)), encoding }];
    case 'jwks':
      return reading.keys.slice(0, mostKeys).map((jwk, index) => ({
        label: words.mends.useKey(typeof jwk['kid'] === 'string' ? jwk['kid'] : `#${index + 1}`),
        key: printKey(jwk),
        encoding,
      }));
    default:
      return [];
  }
}

/** Each change of the text with each encoding; the fewer changes, the earlier. */
function secretMends(secret: string, current: SecretEncoding): readonly Mend[] {
  const encodings = secretEncodings.toSorted(
    (one, other) => Number(other === current) - Number(one === current),
  );
  return changes
    .flatMap(([name, apply], rank) => encodings.map((encoding) => ({ name, apply, rank, encoding })))
    .map(({ name, apply, rank, encoding }) => {
      const label = words.mends.label(words.mends.secret[name], encoding === current ? '' : encoding);
      const cost = Number(rank > 0) + Number(encoding !== current);
      return { cost, mend: { label, key: apply(secret), encoding } };
    })
    .toSorted((one, other) => one.cost - other.cost)
    .map(({ mend }) => mend);
}

function withoutMarks(jwk: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { use: _use, alg: _alg, key_ops: _operations, ...bare } = jwk;
  return bare;
}

function printKey(jwk: Readonly<Record<string, unknown>>): string {
  return JSON.stringify(jwk, null, 2);
}

function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    // What is not percent-encoded UTF-8 stays as it is.
    if (error instanceof URIError) return text;
    throw error;
  }
}
