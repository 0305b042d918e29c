import type { SharedAlgorithm } from '@signet/contracts';
import { importVerificationKey, type VerificationKey } from '@signet/token/keys';
import { KeyFault } from './key-fault.ts';

/** A secret that an issuer shares with whoever verifies. Learnt from whoever has it, never from what is published. */
export interface SharedSecret {
  /** The only audience that a token under it may be for; absent where it is not that of one API. */
  readonly audience?: string;
  /** Absent where its issuer's name for it is not known: then it is tried, whatever a token names. */
  readonly kid?: string;
  readonly algorithm: SharedAlgorithm;
  /** Its characters are the bytes of the key. */
  readonly secret: string;
}

/** What an issuer shares with APIs, now. */
export type ReadSharedSecrets = () => Promise<readonly SharedSecret[]>;

/** A secret, opened, with the audience that it is bound to, if it is to one. */
export interface BoundKey {
  readonly audience?: string;
  readonly key: VerificationKey;
}

/** @throws KeyFault where one is too short for its algorithm, or a key; tells nothing of it */
export function bindSecrets(shared: readonly SharedSecret[]): Promise<readonly BoundKey[]> {
  return Promise.all(
    shared.map(async ({ audience, algorithm, secret, kid }) => {
      const material = { from: 'secret', secret, ...(kid === undefined ? {} : { kid }) } as const;
      const read = await importVerificationKey(material, algorithm);
      if (read.kind === 'refused') throw new KeyFault(read.refusal.sentence);
      return audience === undefined ? { key: read.key } : { audience, key: read.key };
    }),
  );
}
