import type { SteadyClock } from '@signet/contracts';
import {
  algorithmTraits,
  importVerificationKey,
  readKey,
  type SignatureAlgorithm,
  signatureAlgorithms,
  type VerificationKey,
} from '@signet/token/keys';
import { type FetchDocument, IssuerKeys } from '@signet/trust';
import type { RegisteredClient } from './registered-client.ts';

/** By which a client may prove itself: none that needs a secret which both sides know. */
export const assertionAlgorithms: readonly SignatureAlgorithm[] = signatureAlgorithms.filter(
  (algorithm) => algorithmTraits(algorithm).family !== 'HMAC',
);

/** The keys of clients, each pinned to its algorithms. */
export interface ClientKeys {
  /** @param kid which one is looked for; published ones are fetched again where it is new and that is due */
  of(client: RegisteredClient, kid: string | undefined): Promise<readonly VerificationKey[]>;
}

export interface ClientKeysParts {
  readonly fetchDocument: FetchDocument;
  readonly steady: SteadyClock;
}

const limits = { maxBytes: 64 * 1024, timeoutMs: 5_000 };
/** Of addresses whose keys are held; one more pushes out the one that was asked for least lately. */
const mostAddresses = 1_000;

export function createClientKeys({ fetchDocument, steady }: ClientKeysParts): ClientKeys {
  const published = new Map<string, IssuerKeys>();

  function publishedAt(url: string, reach: 'anywhere' | 'public'): IssuerKeys {
    const name = `${reach} ${url}`;
    const keys =
      published.get(name) ??
      new IssuerKeys({
        fetchKeys: async () => ({ text: await fetchDocument(url, { ...limits, reach }) }),
        algorithms: assertionAlgorithms,
        steady,
      });
    published.delete(name);
    published.set(name, keys);
    const [eldest] = published.keys();
    if (published.size > mostAddresses && eldest !== undefined) published.delete(eldest);
    return keys;
  }

  return {
    async of({ jwksUri, publicKeys = [], source }, kid) {
      if (jwksUri === undefined) return (await Promise.all(publicKeys.map(importText))).flat();
      // What stands in the file was written by who runs this machine; any other address must not lead into its network.
      const reach = source === 'configuration' ? 'anywhere' : 'public';
      return (await publishedAt(jwksUri, reach).ringFor(kid, steady()))?.keys ?? [];
    },
  };
}

/** Once for each algorithm that it fits; one that was refused since it was written verifies nothing. */
async function importText(text: string): Promise<readonly VerificationKey[]> {
  const reading = readKey(text);
  if (reading.kind !== 'jwk' && reading.kind !== 'pem') return [];
  const fitting = reading.algorithms.filter((algorithm) => assertionAlgorithms.includes(algorithm));
  const material =
    reading.kind === 'jwk'
      ? ({ from: 'jwk', jwk: reading.jwk } as const)
      : ({ from: 'pem', pem: reading.pem } as const);
  const imported = await Promise.all(fitting.map((algorithm) => importVerificationKey(material, algorithm)));
  return imported.flatMap((result) => (result.kind === 'key' ? [result.key] : []));
}
