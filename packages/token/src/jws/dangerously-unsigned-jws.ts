import { quote } from '../verdict/quote.ts';
import { isNone, readDraftHeader } from './draft-header.ts';
import { writePayload } from './draft-payload.ts';
import { type Making, made, notMade } from './making.ts';

/**
 * A compact token without a signature (RFC 7518 §3.6), to try a verifier with: one that takes it is broken
 * (RFC 8725 §3.2). The header must say `none` itself, in whatever spelling.
 */
export function dangerouslyMakeUnsignedJws(
  payload: Uint8Array<ArrayBuffer>,
  protectedHeader: string,
): Making {
  const read = readDraftHeader({ protectedHeader });
  if (read.verdict === 'refused') return notMade(read.refusal);
  const { alg } = read.token.header;
  if (!isNone(alg)) return notMade({ ...notNone, actual: quote(alg) });
  const written = writePayload(payload, { form: 'compact', isDetached: false, isEncoded: true });
  if (written.verdict === 'refused') return notMade(written.refusal);
  const token = `${read.token.encodedHeader}.${written.token ?? ''}.`;
  return made(token, ['Nobody signed this token: anybody can write one like it (RFC 8725 §3.2).']);
}

const notNone = {
  code: 'alg_not_pinned',
  sentence: 'The header names an algorithm, but the token is to go without a signature.',
  member: 'alg',
  expected: 'none',
  fix: 'Write "alg": "none", or sign with a key.',
  rule: 'RFC 7518 §3.6',
} as const;
