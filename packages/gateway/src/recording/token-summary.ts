import type { TokenSummary } from '@signet/contracts';
import type { TrustedToken } from '../token/trusted-token.ts';
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
    ...text('alg', header['alg']),
    ...time('issuedAt', claims['iat']),
    ...time('expiresAt', claims['exp']),
  };
}

function text<Name extends string>(name: Name, value: unknown): Partial<Record<Name, string>> {
  if (typeof value !== 'string') return {};
  return { [name]: value.slice(0, longestText) } as Record<Name, string>;
}

function time<Name extends string>(name: Name, value: unknown): Partial<Record<Name, number>> {
  return typeof value === 'number' && Number.isFinite(value)
    ? ({ [name]: value } as Record<Name, number>)
    : {};
}
