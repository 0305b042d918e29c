import { addresses, type IdentityConfiguration } from '@signet/contracts';
import type { CertificateDoor } from '../certificates/certificate-door.ts';
import { discoveryDocument } from './discovery.ts';
import type { KeyRing } from './key-ring.ts';

/**
 * What an issuer publishes to anyone, as the text that goes out: by path below its origin. There is no second way to
 * make these documents, so a reader in this process sees what everybody else does, byte for byte.
 */
export interface PublishedDocuments {
  readonly paths: readonly string[];
  /** The document as it is now; `undefined` where nothing is published. */
  read(path: string): Promise<string | undefined>;
}

export function publishDocuments(
  issuer: string,
  ring: Pick<KeyRing, 'now'>,
  configuration: () => Pick<IdentityConfiguration, 'clientRegistration'>,
  certificateDoor?: Pick<CertificateDoor, 'origin'>,
): PublishedDocuments {
  const documents = new Map<string, () => Promise<object>>([
    [
      addresses.readDiscovery.path,
      async () =>
        discoveryDocument(
          issuer,
          (await ring.now()).mainAlgorithms,
          configuration().clientRegistration !== 'off',
          certificateDoor,
        ),
    ],
    [addresses.readKeys.path, async () => (await ring.now()).jwks],
  ]);
  return {
    paths: [...documents.keys()],
    async read(path) {
      const document = documents.get(path);
      return document && JSON.stringify(await document());
    },
  };
}
