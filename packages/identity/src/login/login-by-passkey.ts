import type { PasskeyLoginRequest } from '@signet/contracts';
import { type CheckPasskeyParts, checkPasskey } from '../passkeys/check-passkey.ts';
import type { Stepped } from './challenge.ts';
import type { SignInFrom } from './check-password.ts';
import { type EnterParts, enter, type LoggedIn } from './enter.ts';

/** `POST /auth/login/passkey`: the passkey says whose it is, and needs nothing beside it. */
export async function loginByPasskey(
  { passkey, ...given }: PasskeyLoginRequest,
  from: SignInFrom,
  parts: EnterParts & CheckPasskeyParts,
): Promise<Stepped<LoggedIn>> {
  const shown = await checkPasskey({ passkey, heldByBrowser: from.heldByBrowser }, parts);
  if (shown.kind === 'denied') return shown;
  const { account, factor } = shown.value;
  return enter({ account, factors: [factor] }, { ...from, ...given }, parts);
}
