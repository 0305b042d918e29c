import type { FactorProof } from '@signet/contracts';
import type { Surroundings } from '../../../parts/session/ask-signet.ts';
import { askPasskey } from '../passkey/ask-passkey.ts';

/** What a person shows once more before it is changed how they sign in, or how they are reached. */
export interface Proof {
  readonly password?: string;
  /** Of whoever has a second factor. */
  readonly code?: string;
  /** Of whoever has no password: the code of a mail, or that they have just come back from a provider. */
  readonly mail?: { readonly id: string; readonly code: string };
  readonly byProvider?: true;
  /** In place of the code, or of all: the browser is asked for it when the proof is sent. */
  readonly byPasskey?: true;
}

/** As it is sent. Who leaves the question for the passkey sends none, and the server asks for it again. */
export async function toSent(site: Surroundings, { byPasskey, ...proof }: Proof): Promise<FactorProof> {
  if (byPasskey === undefined) return proof;
  const answer = await askPasskey(site);
  return answer.kind === 'given' ? { ...proof, passkey: answer.given } : proof;
}
