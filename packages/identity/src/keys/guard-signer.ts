import { elapsed, refusal, SignetError, type SteadyClock, type SteadyTime } from '@signet/contracts';
import type { RemoteSigningKey, VerificationKey } from '@signet/token/keys';
import { signBytes } from '@signet/token/sign';
import { verifySignature } from '@signet/token/verify';
import type { KeySigner, SignerKey } from '../ports/index.ts';

/** A signer that is held to deadlines, and to what it should have signed. */
export interface GuardedSigner {
  readonly make: KeySigner['make'];
  /** Rejects with `signing_unavailable` for whatever keeps it from a signature that verifies. */
  keyOf(key: SignerKey, verification: VerificationKey): RemoteSigningKey;
  /**
   * Whether it signed a moment ago, or does so now: asked before something is used up for a token.
   * @throws SignetError `signing_unavailable`
   */
  prove(key: RemoteSigningKey): Promise<void>;
}

/** Milliseconds. */
const deadline = 5_000;
/** What signed so lately needs no proof. */
const fresh = 1_000;
/** How long one that failed is left alone before one request tries it again. */
const rest = 5_000;
const mostFailures = 3;
/** At once; who comes when so many wait is refused, so that a slow signer fills no memory. */
const mostWaiting = 64;

export interface GuardSignerParts {
  readonly steady: SteadyClock;
  /** Hears why there was no signature, with nothing of what was to be signed. */
  readonly reportFault: (error: unknown) => void;
  /** Aborts after so many milliseconds; the system's own timer outside tests. */
  readonly abortAfter?: ((milliseconds: number) => AbortSignal) | undefined;
}

export function guardSigner(signer: KeySigner, parts: GuardSignerParts): GuardedSigner {
  const { abortAfter = AbortSignal.timeout } = parts;
  let failures = 0;
  let failedAt: SteadyTime | undefined;
  let signedAt: SteadyTime | undefined;
  let waiting = 0;

  /** After some failures in a row one request in a while tries it again, and the others do not wait for it. */
  function mayTry(): boolean {
    if (waiting >= mostWaiting) return false;
    if (failures < mostFailures) return true;
    if (elapsed(failedAt, parts.steady()) < rest) return false;
    failedAt = parts.steady();
    return true;
  }

  async function sign(
    key: SignerKey,
    verification: VerificationKey,
    input: Uint8Array<ArrayBuffer>,
  ): Promise<Uint8Array> {
    if (!mayTry()) throw unavailable();
    waiting += 1;
    try {
      const signal = abortAfter(deadline);
      const signature = await Promise.race([signer.sign(key, input, signal), aborted(signal)]);
      if (!(await verifies(input, signature, verification)))
        throw new Error('The signer of keys answered a signature that the public key does not verify');
      failures = 0;
      signedAt = parts.steady();
      return signature;
    } catch (error) {
      failures += 1;
      failedAt = parts.steady();
      parts.reportFault(error);
      throw unavailable();
    } finally {
      waiting -= 1;
    }
  }

  return {
    make: async (algorithm) => {
      try {
        return await signer.make(algorithm);
      } catch (error) {
        parts.reportFault(error);
        throw unavailable();
      }
    },
    keyOf: (key, verification) => ({
      algorithm: key.algorithm,
      sign: (input) => sign(key, verification, input),
    }),
    async prove(key) {
      if (elapsed(signedAt, parts.steady()) >= fresh) await signBytes(proof, { key, type: 'signet-proof' });
    },
  };
}

/** Nothing that anybody takes: no claims, and of a type of its own. It goes nowhere. */
const proof: Uint8Array<ArrayBuffer> = new TextEncoder().encode('proof');

/** What is signed is a header and a payload (RFC 7515 §5.1), so that with its signature it can be read as a token. */
async function verifies(
  input: Uint8Array,
  signature: Uint8Array,
  verification: VerificationKey,
): Promise<boolean> {
  const compact = `${Buffer.from(input).toString('latin1')}.${Buffer.from(signature).toString('base64url')}`;
  return (await verifySignature(compact, { keys: [verification] })).verdict === 'verified';
}

function unavailable(): SignetError {
  return new SignetError(refusal('signing_unavailable.signer'));
}

function aborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const end = () => reject(new Error('The signer of keys did not answer in time'));
    if (signal.aborted) return end();
    signal.addEventListener('abort', end, { once: true });
  });
}
