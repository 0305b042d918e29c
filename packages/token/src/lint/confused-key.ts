import { readAlgorithm } from '../keys/algorithm.ts';
import { type KeyReading, readKey } from '../keys/read-key.ts';
import { quoteValue } from '../verdict/quote.ts';
import { type ExaminedToken, member } from './examined-token.ts';
import type { Finding } from './finding.ts';
import { foundAt, type RuleText } from './rule.ts';
import { judgeSecret } from './weak-secret.ts';

const confusion: RuleText = {
  rule: 'lint/algorithm-confusion',
  level: 'error',
  fix: 'Pin the key to its asymmetric algorithm, and refuse HS* with it.',
  reference: 'RFC 8725 §2.1',
};

const privateHalf: RuleText = {
  rule: 'lint/private-key-to-verify',
  level: 'warning',
  fix: 'Give verifiers the public half only; whoever has this key can sign.',
  reference: 'RFC 7517 §9.2',
};

/** What the key that is meant to verify the token says about how it will be used. */
export function judgeKey(token: ExaminedToken, key: string | Uint8Array): readonly Finding[] {
  const at = member(token.header, 'alg');
  const reading = readKey(key);
  if (at === undefined) return [];
  if (reading.kind === 'secret') return judgeSecret(token, reading.secret);
  const isPublic = (reading.kind === 'pem' || reading.kind === 'jwk') && reading.half === 'public';
  if (isPublic && readAlgorithm(at.value)?.startsWith('HS') === true) {
    const sentence = `The key is a public one, and the token asks for ${quoteValue(at.value)}: as a secret, anybody has it.`;
    return [foundAt(confusion, sentence, at)];
  }
  return holdsPrivate(reading)
    ? [{ ...privateHalf, sentence: 'The key to verify with is the private one.' }]
    : [];
}

function holdsPrivate(reading: KeyReading): boolean {
  return (reading.kind === 'pem' || reading.kind === 'jwk') && reading.half === 'private';
}
