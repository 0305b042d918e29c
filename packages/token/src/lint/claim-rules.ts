import { kindsWithoutExpiry, type TokenKind } from '../describe/token-kind.ts';
import { member } from './examined-token.ts';
import { foundMissing, type Rule, type RuleText } from './rule.ts';

interface Wanted {
  readonly name: string;
  readonly sentence: string;
  readonly text: RuleText;
  /** Kinds of token that do without this claim by their own rules. */
  readonly notIn: readonly TokenKind['kind'][];
}

const wanted: readonly Wanted[] = [
  {
    name: 'exp',
    sentence: 'The token never expires: there is no exp.',
    text: {
      rule: 'lint/exp-missing',
      level: 'warning',
      fix: 'Set exp to minutes from iat.',
      reference: 'RFC 9068 §2.2, RFC 9700 §2.2',
    },
    notIn: kindsWithoutExpiry,
  },
  {
    name: 'aud',
    sentence:
      'The token does not say whom it is for (aud), so that every service that trusts the issuer takes it.',
    text: {
      rule: 'lint/aud-missing',
      level: 'warning',
      fix: 'Name the one service that is to accept it in aud, and have it check.',
      reference: 'RFC 8725 §3.9',
    },
    notIn: ['dpop-proof', 'sd-jwt'],
  },
  {
    name: 'iss',
    sentence: 'The token does not say who issued it (iss), so that a key of another issuer may fit.',
    text: {
      rule: 'lint/iss-missing',
      level: 'warning',
      fix: 'Set iss, and have verifiers bind each key to its issuer.',
      reference: 'RFC 8725 §3.8',
    },
    notIn: ['dpop-proof'],
  },
  {
    name: 'jti',
    sentence: 'The token has no identifier (jti), so that it cannot be revoked or recognised one by one.',
    text: {
      rule: 'lint/jti-missing',
      level: 'note',
      fix: 'Set jti to a random value.',
      reference: 'RFC 7519 §4.1.7, RFC 9068 §2.2',
    },
    notIn: ['id-token', 'sd-jwt'],
  },
];

export const claimRules: readonly Rule[] = [
  ({ claims, hasClaims, kind }) =>
    hasClaims
      ? wanted
          .filter(({ name, notIn }) => !notIn.includes(kind.kind) && member(claims, name) === undefined)
          .map(({ name, sentence, text }) => foundMissing(text, sentence, name))
      : [],
];
