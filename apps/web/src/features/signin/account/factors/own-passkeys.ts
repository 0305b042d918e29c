import type { BegunPasskey, ConfirmedPasskey, PasskeyId } from '@signet/contracts';
import { ask, type Unanswered } from '../../../../parts/session/ask-signet.ts';
import type { Proof } from '../../model/proof.ts';
import { makePasskey } from '../../passkey/browser-passkeys.ts';
import { readAgent } from '../device-name.ts';
import { type AsPerson, type Factors, proven, read, readFactors } from './own-factors.ts';

/** What adding came to: `left` where the browser made none. */
export type AddedPasskey =
  | { readonly kind: 'read'; readonly value: readonly string[] }
  | { readonly kind: 'left' }
  | Unanswered;

/** Has the browser make a passkey, and adds it under the name of this device; the codes are for who had no other factor. */
export async function addPasskey(asPerson: AsPerson, proof: Proof): Promise<AddedPasskey> {
  const begun = await proven(asPerson, proof, (asking, sent) => ask(asking, 'beginPasskey', sent));
  if (begun.kind !== 'answered') return begun;
  // The server of this very origin wrote it for the browser, which checks it.
  const made = await makePasskey(begun.body as unknown as BegunPasskey);
  if (made.kind === 'left') return made;
  const given = { credential: made.given, name: nameOfThisDevice() };
  const added = await asPerson((asking) => ask({ ...asking, keepsCookies: true }, 'confirmPasskey', given));
  if (added.kind !== 'answered') return added;
  const { recoveryCodes } = added.body as Partial<ConfirmedPasskey>;
  return { kind: 'read', value: recoveryCodes ?? [] };
}

export async function removePasskey(
  asPerson: AsPerson,
  id: PasskeyId,
  proof: Proof,
): Promise<{ readonly kind: 'read'; readonly value: Factors } | Unanswered> {
  const answer = await proven(asPerson, proof, (asking, sent) =>
    ask(asking, 'removePasskey', { id, ...sent }),
  );
  return read(answer, readFactors);
}

export async function renamePasskey(
  asPerson: AsPerson,
  id: PasskeyId,
  name: string,
): Promise<{ readonly kind: 'read'; readonly value: Factors } | Unanswered> {
  return read(await asPerson((asking) => ask(asking, 'renamePasskey', { id, name })), readFactors);
}

function nameOfThisDevice(): string {
  const { browser, system } = readAgent(navigator.userAgent);
  return [browser, system].filter((one) => one !== undefined).join(', ') || 'Passkey';
}
