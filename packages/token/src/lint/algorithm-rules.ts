import { readAlgorithm } from '../keys/algorithm.ts';
import { quoteValue } from '../verdict/quote.ts';
import { member, textOf } from './examined-token.ts';
import { foundAt, foundMissing, type Rule, type RuleText } from './rule.ts';

const none: RuleText = {
  rule: 'lint/alg-none',
  level: 'error',
  fix: 'Sign the token, and have every verifier pin the algorithm it accepts.',
  reference: 'RFC 8725 §3.2',
};

const missing: RuleText = {
  rule: 'lint/alg-missing',
  level: 'error',
  fix: 'Have the issuer name the algorithm.',
  reference: 'RFC 7515 §4.1.1',
};

const unsigned: RuleText = {
  rule: 'lint/signature-empty',
  level: 'error',
  fix: 'Sign the token; a verifier that takes this one takes anything.',
  reference: 'RFC 8725 §3.3',
};

const rsa1: RuleText = {
  rule: 'lint/alg-rsa-pkcs1-encryption',
  level: 'warning',
  fix: 'Encrypt with RSA-OAEP-256 or ECDH-ES.',
  reference: 'RFC 8725 §3.2',
};

export const algorithmRules: readonly Rule[] = [
  ({ header, parsed }) => {
    const alg = member(header, 'alg');
    if (header.length === 0) return [];
    if (alg === undefined) return [foundMissing(missing, 'The header names no algorithm.', 'alg')];
    if (typeof alg.value === 'string' && alg.value.trim().toLowerCase() === 'none') {
      const sentence = `The header says alg ${quoteValue(alg.value)}: anybody can have written this token.`;
      return [foundAt(none, sentence, alg)];
    }
    return alg.value === 'RSA1_5' && parsed.kind === 'encrypted'
      ? [foundAt(rsa1, 'The key is encrypted with RSA1_5, which padding attacks break.', alg)]
      : [];
  },
  ({ header, parsed }) => {
    const signature = parsed.segments.find(({ role }) => role === 'signature');
    const named = readAlgorithm(textOf(header, 'alg'));
    if (signature === undefined || signature.text !== '' || named === undefined) return [];
    const where = { start: signature.start, end: signature.end };
    const sentence = `The header promises a signature by ${named}, but there is none.`;
    return [{ ...unsigned, sentence, member: 'signature', where }];
  },
];
