import type { KeyRing } from '@signet/trust';
import {
  type Belief,
  believeSignature,
  type SignatureTrust,
  type SignedByIssuer,
} from '@signet/trust/bearer';

/** With claims as large as a verifier takes, these weigh some 60 MB; ordinary ones 3. */
const mostTokens = 1000;
/** Characters. A longer token is verified anew each time: it would push many others out. */
const longestKept = 4096;

/**
 * Tokens whose signature was checked, under the keys that the issuer still has. Only the signature is taken from here: who
 * asks again asks everything else again. The one that was used longest ago leaves where there are too many.
 */
export class SignedTokens {
  readonly #tokens = new Map<string, SignedByIssuer>();

  get size(): number {
    return this.#tokens.size;
  }

  /** @param ring the keys that are believed now */
  async believe(
    compact: string,
    ring: KeyRing | undefined,
    trust: SignatureTrust,
  ): Promise<Belief<SignedByIssuer>> {
    const known = this.#tokens.get(compact);
    this.#tokens.delete(compact);
    if (known !== undefined && known.ring === ring) {
      this.#tokens.set(compact, known);
      return { verdict: 'verified', token: known };
    }
    const signed = await believeSignature(compact, trust);
    if (signed.verdict === 'verified' && compact.length <= longestKept) this.#keep(compact, signed.token);
    return signed;
  }

  #keep(compact: string, signed: SignedByIssuer): void {
    const [oldest] = this.#tokens.keys();
    if (this.#tokens.size >= mostTokens && oldest !== undefined) this.#tokens.delete(oldest);
    this.#tokens.set(compact, signed);
  }
}
