import { createHmac } from 'node:crypto';
import { LiteralSecret, type SharedAlgorithm } from '@signet/contracts';
import {
  importSigningKey,
  importVerificationKey,
  type SigningKey,
  type VerificationKey,
} from '@signet/token/keys';

/** A secret that `identity.apiSecrets` leads to, ready for use. */
export interface ReferencedSecret {
  readonly audience: string;
  readonly kid: string;
  readonly algorithm: SharedAlgorithm;
  readonly signing: SigningKey;
  readonly verification: VerificationKey;
  reveal(): string;
}

export interface ReferencedSecrets {
  /** Whether the configuration says where the secret of this audience is. */
  covers(audience: string): boolean;
  /** The newest first, then those whose overlap is not over; without those that are too short for the algorithm. */
  of(audience: string, algorithm: SharedAlgorithm): Promise<readonly ReferencedSecret[]>;
}

/**
 * @param accepted what the reference of the audience leads to, the newest first; undefined where there is none
 * @param nameKey by which a secret gets the same name on every node, of which nobody learns anything
 */
export function openReferencedSecrets(
  accepted: (audience: string) => readonly string[] | undefined,
  nameKey: Uint8Array,
): ReferencedSecrets {
  const made = new Map<
    string,
    { readonly of: string; readonly secrets: Promise<readonly ReferencedSecret[]> }
  >();

  async function make(
    audience: string,
    algorithm: SharedAlgorithm,
    text: string,
  ): Promise<ReferencedSecret[]> {
    const kid = nameOf(text, audience, nameKey);
    const material = { from: 'secret', secret: text, kid } as const;
    const [signing, verification] = await Promise.all([
      importSigningKey(material, algorithm),
      importVerificationKey(material, algorithm),
    ]);
    if (signing.kind === 'refused' || verification.kind === 'refused') return [];
    const secret = new LiteralSecret(text);
    return [
      {
        audience,
        kid,
        algorithm,
        signing: signing.key,
        verification: verification.key,
        reveal: () => secret.reveal(),
      },
    ];
  }

  return {
    covers: (audience) => accepted(audience) !== undefined,
    async of(audience, algorithm) {
      const texts = accepted(audience) ?? [];
      const known = made.get(audience);
      const of = [algorithm, ...texts.map((text) => nameOf(text, audience, nameKey))].join(' ');
      if (known?.of === of) return known.secrets;
      const secrets = Promise.all(texts.map((text) => make(audience, algorithm, text))).then((all) =>
        all.flat(),
      );
      made.set(audience, { of, secrets });
      return secrets;
    },
  };
}

function nameOf(text: string, audience: string, key: Uint8Array): string {
  const mac = createHmac('sha256', key).update(JSON.stringify([audience, text]));
  return `secret_${mac.digest('base64url').slice(0, 22)}`;
}
