import type { SignatureAlgorithm } from './algorithm.ts';
import { type DerElement, derTag, readDer } from './der.ts';
import { identifierText } from './object-identifier.ts';

const byHash: Readonly<Record<string, SignatureAlgorithm>> = {
  '2.16.840.1.101.3.4.2.1': 'PS256',
  '2.16.840.1.101.3.4.2.2': 'PS384',
  '2.16.840.1.101.3.4.2.3': 'PS512',
};

/**
 * What an RSASSA-PSS key may be used with (RFC 4055 §3.1): the algorithm of the hash that its parameters name, or every
 * PS algorithm where it has no parameters. SHA-1, which parameters without a hash stand for, belongs to none.
 */
export function pssAlgorithms([, parameters]: readonly DerElement[]): readonly SignatureAlgorithm[] {
  if (parameters?.tag !== derTag.sequence) return Object.values(byHash);
  const hash = readDer(parameters.content).find(({ tag }) => tag === 0xa0);
  const identifier = hash === undefined ? undefined : readDer(hash.content)[0];
  const name = identifier === undefined ? undefined : readDer(identifier.content)[0];
  const algorithm = name === undefined ? undefined : byHash[identifierText(name.content)];
  return algorithm === undefined ? [] : [algorithm];
}
