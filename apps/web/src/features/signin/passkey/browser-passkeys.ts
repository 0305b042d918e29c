import type {
  BegunPasskey,
  PasskeyAssertion,
  PasskeyChallengeAnswer,
  PasskeyCreation,
} from '@signet/contracts';

/** `left`: the person did not go on, or the browser has nothing for this address; it does not say which. */
export type FromBrowser<Given> =
  | { readonly kind: 'given'; readonly given: Given }
  | { readonly kind: 'left' };

/** Whether this browser makes passkeys and writes them as JSON (WebAuthn Level 3 §5.1.7–9). */
export function knowsPasskeys(): boolean {
  return (
    typeof PublicKeyCredential === 'function' &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    typeof PublicKeyCredential.parseRequestOptionsFromJSON === 'function'
  );
}

/** Whether it offers them among what fills a name field. */
export async function offersInField(): Promise<boolean> {
  if (!knowsPasskeys()) return false;
  return (await PublicKeyCredential.isConditionalMediationAvailable?.()) === true;
}

export function getPasskey(
  options: PasskeyChallengeAnswer,
  how: { readonly mediation?: CredentialMediationRequirement; readonly signal?: AbortSignal } = {},
): Promise<FromBrowser<PasskeyAssertion>> {
  return asked(() =>
    navigator.credentials.get({
      ...how,
      publicKey: PublicKeyCredential.parseRequestOptionsFromJSON({ ...options }),
    }),
  );
}

export function makePasskey(options: BegunPasskey): Promise<FromBrowser<PasskeyCreation>> {
  const { pubKeyCredParams, excludeCredentials } = options;
  return asked(() =>
    navigator.credentials.create({
      publicKey: PublicKeyCredential.parseCreationOptionsFromJSON({
        ...options,
        pubKeyCredParams: [...pubKeyCredParams],
        excludeCredentials: excludeCredentials.map((one) => ({ ...one, transports: [...one.transports] })),
      }),
    }),
  );
}

async function asked<Given>(ask: () => Promise<Credential | null>): Promise<FromBrowser<Given>> {
  try {
    const credential = await ask();
    if (!(credential instanceof PublicKeyCredential)) return { kind: 'left' };
    return { kind: 'given', given: credential.toJSON() as Given };
  } catch {
    // Refused by the person, timed out, aborted by another question, or of an address that can have none.
    return { kind: 'left' };
  }
}
