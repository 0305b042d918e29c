import type { PasskeyAssertion, PasskeyCreation } from '@signet/contracts';
import type { StoredPasskey } from '../ports/index.ts';
import type { PasskeySite } from './site.ts';

/** EdDSA, ES256 and RS256 (RFC 8812, RFC 9053), in the order in which they are liked. */
export const passkeyAlgorithms: readonly number[] = [-8, -7, -257];

/** What a passkey said when it was made. */
export type MadePasskey = Pick<
  StoredPasskey,
  'credentialId' | 'publicKey' | 'counter' | 'transports' | 'isSynced' | 'isBackedUp'
>;

/** What it said when it was used, to be held against what is known of it. */
export type ShownPasskey = Pick<StoredPasskey, 'counter' | 'isSynced' | 'isBackedUp'>;

/**
 * Loaded by the first passkey: it brings parsers of certificates, which no start waits for. They are not used either: an
 * attestation is not asked for, and one that comes with certificates is refused before anything reads them.
 */
const library = () => import('@simplewebauthn/server');

/** WebAuthn Level 3 §7.1, for a challenge that was checked; `undefined` for whatever does not hold. */
export async function verifyCreation(
  creation: PasskeyCreation,
  challenge: string,
  { rpId, origin }: PasskeySite,
): Promise<MadePasskey | undefined> {
  const { verifyRegistrationResponse } = await library();
  const { response } = creation;
  if (!(await isPlain(response.attestationObject))) return undefined;
  const { transports = [], ...made } = response;
  const verified = await orUndefined(() =>
    verifyRegistrationResponse({
      response: { ...common(creation.id), response: { ...made, transports: [] } },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      supportedAlgorithmIDs: [...passkeyAlgorithms],
    }),
  );
  if (!verified?.verified) return undefined;
  const { credential, credentialDeviceType, credentialBackedUp } = verified.registrationInfo;
  // The id outside is what the browser says; the one inside is what the authenticator made.
  if (credential.id !== creation.id) return undefined;
  return {
    credentialId: credential.id,
    publicKey: Buffer.from(credential.publicKey).toString('base64url'),
    counter: credential.counter,
    transports,
    isSynced: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
  };
}

/** §7.2, for a challenge that was checked. The counter is for the caller to hold against the last. */
export async function verifyAssertion(
  assertion: PasskeyAssertion,
  challenge: string,
  passkey: StoredPasskey,
  { rpId, origin }: PasskeySite,
): Promise<ShownPasskey | undefined> {
  const { verifyAuthenticationResponse } = await library();
  const { clientDataJSON, authenticatorData, signature } = assertion.response;
  const verified = await orUndefined(() =>
    verifyAuthenticationResponse({
      response: { ...common(assertion.id), response: { clientDataJSON, authenticatorData, signature } },
      expectedChallenge: challenge,
      expectedOrigin: origin,
      expectedRPID: rpId,
      requireUserVerification: true,
      credential: {
        id: passkey.credentialId,
        publicKey: new Uint8Array(Buffer.from(passkey.publicKey, 'base64url')),
        counter: 0,
      },
    }),
  );
  if (!verified?.verified) return undefined;
  const { newCounter, credentialDeviceType, credentialBackedUp } = verified.authenticationInfo;
  return {
    counter: newCounter,
    isSynced: credentialDeviceType === 'multiDevice',
    isBackedUp: credentialBackedUp,
  };
}

/** No attestation, or one by the passkey's own key (§6.5.5): nothing that names a maker or leads to certificates. */
async function isPlain(attestationObject: string): Promise<boolean> {
  const { decodeAttestationObject, isoBase64URL } = await import('@simplewebauthn/server/helpers');
  const decoded: unknown = await orUndefined(async () =>
    decodeAttestationObject(isoBase64URL.toBuffer(attestationObject)),
  );
  if (!(decoded instanceof Map)) return false;
  const format: unknown = decoded.get('fmt');
  const statement: unknown = decoded.get('attStmt');
  if (format !== 'none' && format !== 'packed') return false;
  return statement instanceof Map && !statement.has('x5c');
}

function common(id: string) {
  return { id, rawId: id, type: 'public-key' as const, clientExtensionResults: {} };
}

/** The library throws for whatever does not hold: it is all input of a stranger, and one refusal to them. */
async function orUndefined<Value>(work: () => Promise<Value>): Promise<Value | undefined> {
  try {
    return await work();
  } catch {
    return undefined;
  }
}
