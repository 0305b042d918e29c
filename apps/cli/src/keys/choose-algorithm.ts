import { readAlgorithm, type SignatureAlgorithm, signatureAlgorithms } from '@signet/token/keys';
import { usageFailure } from '../failure.ts';

/**
 * The one algorithm that the key is used with: the one asked for, or the only one it can be for. Never the one that
 * a token names (RFC 8725 §3.1).
 */
export function chooseAlgorithm(
  asked: string | undefined,
  possible: readonly SignatureAlgorithm[],
): SignatureAlgorithm {
  if (asked !== undefined) return parseAlgorithm(asked);
  const [only, ...others] = possible;
  if (only !== undefined && others.length === 0) return only;
  throw usageFailure({
    sentence: 'The key could be used with more than one algorithm.',
    expected: `--alg with one of ${possible.join(', ') || signatureAlgorithms.join(', ')}`,
    actual: 'no --alg',
    fix: 'Say which algorithm the issuer uses; the token is not asked.',
  });
}

export function parseAlgorithm(text: string): SignatureAlgorithm {
  const algorithm = readAlgorithm(text);
  if (algorithm !== undefined) return algorithm;
  throw usageFailure({
    sentence: 'This is no signature algorithm that Signet knows.',
    expected: `one of ${signatureAlgorithms.join(', ')}`,
    actual: text.slice(0, 40),
    fix: 'Choose one of them after --alg.',
  });
}
