import { type InspectionAlgorithm, inspectionAlgorithms } from '@signet/token/jws';
import { readAlgorithm, type SignatureAlgorithm, signatureAlgorithms } from '@signet/token/keys';
import { usageFailure } from '../failure.ts';

/**
 * The one algorithm that a key can be for. Never the one that a token names (RFC 8725 §3.1).
 * @throws CommandFailure where it could be another as well
 */
export function onlyAlgorithm(possible: readonly InspectionAlgorithm[]): InspectionAlgorithm {
  const [only, ...others] = possible;
  if (only !== undefined && others.length === 0) return only;
  throw usageFailure({
    sentence: 'The key could be used with more than one algorithm.',
    expected: `--alg with one of ${possible.join(', ')}`,
    actual: 'no --alg',
    fix: 'Say which algorithm the issuer uses; the token is not asked.',
  });
}

/** @throws CommandFailure for a name that is no signature algorithm of the product */
export function parseAlgorithm(text: string): SignatureAlgorithm {
  return readAlgorithm(text) ?? unknown(text, signatureAlgorithms);
}

/** @throws CommandFailure for a name that is no signature algorithm of the workbench */
export function parseSigningAlgorithm(text: string): InspectionAlgorithm {
  const known = readAlgorithm(text) ?? inspectionAlgorithms.find((each) => each === text);
  return known ?? unknown(text, inspectionAlgorithms);
}

function unknown(text: string, known: readonly string[]): never {
  throw usageFailure({
    sentence: 'This is no signature algorithm that Signet knows.',
    expected: `one of ${known.join(', ')}`,
    actual: text.slice(0, 40),
    fix: 'Choose one of them after --alg.',
  });
}
