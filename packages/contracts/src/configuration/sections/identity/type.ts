import type { IssuingAlgorithm } from '../../../keys/issuing-algorithm.ts';
import type { CertificateProxies } from '../../fields/certificate-proxies.ts';
import type { SecretReference } from '../../fields/secret-reference.ts';

/** Who may have an account: whom an administrator adds, whom one invites too, or whoever can be written to. */
export const registrations = ['closed', 'invitation', 'open'] as const;

/** How apps may register themselves (RFC 7591): not at all, or with a token that an administrator made. */
export const clientRegistrations = ['off', 'token'] as const;

/** Whether who shows a password, or comes by a provider, may go in with that alone. */
export const secondFactorRules = ['optional', 'required'] as const;

export interface IdentityConfiguration {
  /** Audiences (`aud`) for which sign-in issues tokens; the first is the default. Empty: it issues none. */
  readonly audiences: readonly string[];
  readonly accessTokenLifetime: number;
  /** How long a refresh token can wait for its one use. */
  readonly refreshTokenLifetime: number;
  /** After this a session ends, however often it was refreshed. */
  readonly sessionLifetime: number;
  /** A refresh token presented again within this time gets the same successor (two tabs racing); later ends the family. */
  readonly refreshGrace: number;
  /** Absent: SIGNET_MASTER_KEY, or the file in the data folder. */
  readonly masterKey?: SecretReference | undefined;
  readonly previousMasterKey?: SecretReference | undefined;
  readonly keys: KeysConfiguration;
  readonly registration: (typeof registrations)[number];
  readonly clientRegistration: (typeof clientRegistrations)[number];
  /** Whether who has a confirmed address may sign in by a mail to it. */
  readonly emailSignIn: boolean;
  readonly secondFactor: (typeof secondFactorRules)[number];
  readonly providers: ProvidersConfiguration;
  /** Where secrets that APIs share with this issuer are, by audience; an API that is not here has one that was made by command. */
  readonly apiSecrets?: Readonly<Record<string, SecretReference>> | undefined;
  /** Absent: no client shows a certificate. */
  readonly mtls?: MtlsConfiguration | undefined;
  /** File that says where networks are (MaxMind DB); absent: nothing does. */
  readonly places?: string | undefined;
  /** Absent: nobody is asked what a token is to say. */
  readonly tokenHook?: TokenHookConfiguration | undefined;
}

/** How the certificates of clients come in (RFC 8705). */
export interface MtlsConfiguration extends CertificateProxies {
  /** Where clients come with their certificates, apart from browsers; 0 lets the system choose. */
  readonly port?: number | undefined;
  /** How clients reach that port; absent: the host of the issuer, with the port. */
  readonly url?: string | undefined;
  /** Files with the authorities that issue certificates of clients, as PEM. */
  readonly ca: readonly string[];
}

/** What becomes of a token where the hook has no answer of use. */
export const hookFailures = ['deny', 'skip'] as const;

/** Who is asked what else a token is to say. */
export interface TokenHookConfiguration {
  readonly url: string;
  /** Milliseconds, for the whole answer. */
  readonly timeout: number;
  readonly onFailure: (typeof hookFailures)[number];
  /** Names of APIs; absent: all that are declared. */
  readonly apis?: readonly string[];
}

/** Other OpenID providers by which people sign in here, by id. */
export type ProvidersConfiguration = Readonly<Record<string, ProviderConfiguration>>;

export interface ProviderConfiguration {
  /** What people know it by. */
  readonly name: string;
  /** Exactly the `iss` of its tokens; its discovery document lies beneath. */
  readonly issuer: string;
  /** What Signet is registered as there. */
  readonly clientId: string;
  readonly clientSecret: SecretReference;
  /** Asked for; `openid` is among them. */
  readonly scopes: readonly string[];
  /** Whether its `email_verified` counts here. */
  readonly trustEmail: boolean;
  /** Whether who has no account here gets one. */
  readonly register: boolean;
}

/** How the signing keys change without anyone asking. */
export interface KeysConfiguration {
  /** How long a key signs before the next one does; `by-hand`: until somebody rotates. */
  readonly rotateEvery: number | 'by-hand';
  /** How long the next key is published before the schedule lets it sign. */
  readonly publishAhead: number;
  /** Of the next key that is made; those that are there stay what they are. */
  readonly algorithm: IssuingAlgorithm;
  /** Where keys are made and sign from the next one on; absent: here. Read at the start. */
  readonly signer?: SignerConfiguration | undefined;
}

/** A place that private keys never leave: one of these. */
export type SignerConfiguration =
  | { readonly vault: VaultSigner; readonly pkcs11?: undefined }
  | { readonly pkcs11: Pkcs11Signer; readonly vault?: undefined };

/** The transit engine of the Vault that `secrets.vault` leads to. */
export interface VaultSigner {
  /** Where the engine is mounted. */
  readonly mount: string;
  /** The name that a key has there, by the algorithm that it is of. */
  readonly keys: Partial<Readonly<Record<IssuingAlgorithm, string>>>;
}

/** A token of a hardware module, which its maker's PKCS#11 library leads to. */
export interface Pkcs11Signer {
  /** The library, from the root of the file system on. */
  readonly module: string;
  readonly tokenLabel: string;
  /** What the user of the token logs in with. */
  readonly pin: SecretReference;
  /** The label that the keys have there which are made for an algorithm. */
  readonly keys: Partial<Readonly<Record<Pkcs11Algorithm, string>>>;
}

/** EdDSA signs the text itself and no hash of it, and `pkcs11-tool` hands on no more than 1,024 bytes. */
export type Pkcs11Algorithm = Exclude<IssuingAlgorithm, 'EdDSA'>;
export const pkcs11Algorithms: readonly Pkcs11Algorithm[] = ['ES256', 'ES384', 'RS256', 'PS256'];
