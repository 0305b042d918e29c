import type { DecisionRecord, WatchedClocks } from '@signet/contracts';
import type { ModelProviderBook } from '@signet/control';
import type { ModelProviderSealer } from '@signet/control/ports';
import type { KeySigner } from '@signet/identity/ports';
import type { OpenStores } from '../adapters/open-stores.ts';
import type { SharedState } from '../adapters/shared-state.ts';
import type { GatewayCertificates } from '../certificates/gateway-certificates.ts';
import type { OpenCertificateDoor } from '../certificates/open-certificate-door.ts';
import type { Composed } from '../configuration/beside-file.ts';
import type { DemoUpstream } from '../demo/demo-upstream.ts';
import type { Logger } from '../logging/logger.ts';
import type { OpenPost } from '../mail/open-post.ts';
import type { Options } from '../options/options.ts';
import type { OpenPlaces } from '../places/open-places.ts';
import type { RecordWriter } from '../records/record-writer.ts';
import type { Reach } from '../revocations/reach.ts';
import type { SharedReach } from '../revocations/shared-reach.ts';
import type { SecretKeeper } from '../secrets/secret-keeper.ts';
import type { MasterKey } from '../startup/master-key.ts';
import type { OpenPorts } from '../startup/open-ports.ts';

/** What the wings stand on: opened before them, and closed after them. */
export interface Ground
  extends Pick<Options, 'settings' | 'secrets'>,
    Pick<SharedState, 'limiter' | 'quotas' | 'usedTokens' | 'holds' | 'wake'> {
  readonly ports: OpenPorts;
  /** The configuration of the start. */
  readonly composed: Composed;
  readonly demo: DemoUpstream;
  readonly stores: OpenStores;
  readonly masterKey: MasterKey;
  readonly previousMasterKey: MasterKey | undefined;
  readonly post: OpenPost;
  readonly secretKeeper: SecretKeeper;
  /** The providers of models that were added by command, and what seals their keys. */
  readonly modelProviders: { readonly book: ModelProviderBook; readonly sealer: ModelProviderSealer };
  /** Where keys live that are not kept here. */
  readonly signer: KeySigner | undefined;
  readonly certificateDoor: OpenCertificateDoor | undefined;
  readonly gatewayCertificates: GatewayCertificates | undefined;
  /** Where networks are said to be. */
  readonly places: OpenPlaces | undefined;
  readonly recorder: RecordWriter;
  readonly recordRefusal: (refusal: DecisionRecord) => void;
  readonly reach: Reach;
  /** The same of all nodes. */
  readonly sharedReach: SharedReach;
  readonly clocks: WatchedClocks;
  readonly random: (bytes: Uint8Array<ArrayBuffer>) => Uint8Array<ArrayBuffer>;
  readonly log: Logger;
}
