import type { TokenSummary } from '@signet/contracts';
import { isExactNumber, readSeconds } from '@signet/token/json';
import type { TrustedToken } from '@signet/trust/bearer';
import { claimText } from '../token/claim-at.ts';
import type { ClaimedToken } from './claimed-token.ts';

const longestText = 256;

type Members = Readonly<Record<string, unknown>>;

export function verifiedSummary({ claims, header }: TrustedToken): TokenSummary {
  return summary(true, claims, header);
}

/** What a token says of itself without anyone vouching for it. */
export function claimedSummary({ header, claims }: ClaimedToken): TokenSummary {
  return summary(false, claims, header);
}

function summary(verified: boolean, claims: Members, header: Members): TokenSummary {
  return {
    verified,
    ...text('issuer', claims['iss']),
    ...text('subject', claims['sub']),
    ...text('clientId', claims['client_id']),
    ...text('jti', claims['jti']),
    ...text('sid', claims['sid']),
    ...text('kid', header['kid']),
    ...(header['alg'] === '' ? {} : text('alg', header['alg'])),
    ...time('issuedAt', claims['iat']),
    ...time('expiresAt', claims['exp']),
  };
}

/** A subject that is a number is shown by its digits, all of them. */
function text<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> {
  const isNumber = typeof value === 'number' || isExactNumber(value);
  if (typeof value !== 'string' && !isNumber) return {};
  return { [name]: String(claimText(value)).slice(0, longestText) } as Record<Name, string>;
}

function time<Name extends string>(name: Name, value: unknown): Partial<Record<Name, number>> {
  const seconds = readSeconds(value);
  return seconds === undefined ? {} : ({ [name]: seconds } as Record<Name, number>);
}
