import { z } from 'zod';
import type { PasskeyId } from '../ids/id.ts';
import { phrases } from '../refusals/phrases.ts';
import { audienceField, body, idField, wholeNumber } from './fields.ts';
import { organizationField } from './organizations.ts';

/** A passkey as its owner sees it; times in milliseconds since the epoch. */
export interface PasskeySummary {
  readonly id: PasskeyId;
  readonly name: string;
  readonly addedAt: number;
  readonly usedAt?: number | undefined;
  /** It may be on several devices of its owner, by a password manager. */
  readonly isSynced: boolean;
}

/** What a browser answers to `navigator.credentials.get` (WebAuthn Level 3 §5.1, `toJSON`), as far as it is read; binary in base64url. */
export interface PasskeyAssertion {
  readonly id: string;
  readonly response: {
    readonly clientDataJSON: string;
    readonly authenticatorData: string;
    readonly signature: string;
    readonly userHandle?: string | null | undefined;
  };
}

/** What it answers to `navigator.credentials.create`. */
export interface PasskeyCreation {
  readonly id: string;
  readonly response: {
    readonly clientDataJSON: string;
    readonly attestationObject: string;
    readonly transports?: readonly string[] | undefined;
  };
}

/** The answer of `POST /auth/login/passkey/challenge`, for `PublicKeyCredential.parseRequestOptionsFromJSON` (§5.1.9). */
export interface PasskeyChallengeAnswer {
  readonly challenge: string;
  readonly rpId: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly userVerification: 'required';
}

/** `POST /auth/login/passkey`. */
export interface PasskeyLoginRequest {
  readonly passkey: PasskeyAssertion;
  /** For whom the token is; the first of `identity.audiences` unless said otherwise. */
  readonly audience?: string;
  /** In the name of which organisation, by name or id; of none unless said. */
  readonly organization?: string;
}

/** The answer of `POST /auth/factors/passkeys`, for `PublicKeyCredential.parseCreationOptionsFromJSON` (§5.1.8). */
export interface BegunPasskey {
  readonly rp: { readonly id: string; readonly name: string };
  readonly user: { readonly id: string; readonly name: string; readonly displayName: string };
  readonly challenge: string;
  readonly pubKeyCredParams: readonly { readonly type: 'public-key'; readonly alg: number }[];
  /** Milliseconds. */
  readonly timeout: number;
  readonly excludeCredentials: readonly {
    readonly type: 'public-key';
    readonly id: string;
    readonly transports: readonly string[];
  }[];
  readonly authenticatorSelection: {
    readonly residentKey: 'required';
    readonly requireResidentKey: true;
    readonly userVerification: 'required';
  };
  readonly attestation: 'none';
}

/** `POST /auth/factors/passkeys/confirm`. */
export interface ConfirmPasskeyRequest {
  readonly credential: PasskeyCreation;
  readonly name: string;
}

export interface ConfirmedPasskey {
  readonly passkey: PasskeySummary;
  /** Of who had no second factor before: shown this once. */
  readonly recoveryCodes: readonly string[];
}

export interface PasskeyParameters {
  readonly id: PasskeyId;
}

export interface RenamePasskeyRequest {
  readonly name: string;
}

function base64url(longest: number): z.ZodType<string, string> {
  return z
    .string({ error: phrases.base64url })
    .min(1, { error: phrases.base64url })
    .max(longest, { error: phrases.base64url })
    .regex(/^[A-Za-z0-9_-]+$/, { error: phrases.base64url });
}

/** 1023 bytes, WebAuthn Level 3 §6.5.1. */
const credentialField = base64url(1364);
const clientDataField = base64url(4096);

const nameField = z
  .string({ error: phrases.passkey_name })
  .regex(/^(?=.*\S)[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}]{1,64}$/u, { error: phrases.passkey_name })
  .transform((typed) => typed.trim());

/** Members that are not read are left behind: browsers and password managers send more, and more with time. */
export const passkeyAssertionField: z.ZodType<PasskeyAssertion, unknown> = z.object(
  {
    id: credentialField,
    response: z.object({
      clientDataJSON: clientDataField,
      authenticatorData: base64url(2048),
      signature: base64url(2048),
      userHandle: base64url(128).nullish(),
    }),
  },
  { error: phrases.passkey },
);

const passkeyCreationField: z.ZodType<PasskeyCreation, unknown> = z.object(
  {
    id: credentialField,
    response: z.object({
      clientDataJSON: clientDataField,
      attestationObject: base64url(8192),
      transports: z
        .array(z.string().regex(/^[a-z-]{1,32}$/))
        .max(8)
        .optional(),
    }),
  },
  { error: phrases.passkey },
);

export const passkeySummarySchema: z.ZodType<PasskeySummary, unknown> = z.object({
  id: idField('passkey'),
  name: z.string().max(64),
  addedAt: wholeNumber,
  usedAt: wholeNumber.optional(),
  isSynced: z.boolean(),
});

export const passkeyChallengeAnswerSchema: z.ZodType<PasskeyChallengeAnswer, unknown> = z
  .object({
    challenge: z.string().max(128),
    rpId: z.string().max(256),
    timeout: wholeNumber,
    userVerification: z.literal('required'),
  })
  .meta({ id: 'PasskeyChallengeAnswer' });

export const passkeyLoginRequestSchema: z.ZodType<PasskeyLoginRequest, unknown> = body({
  passkey: passkeyAssertionField,
  audience: audienceField.exactOptional(),
  organization: organizationField.exactOptional(),
}).meta({ id: 'PasskeyLoginRequest' });

export const begunPasskeySchema: z.ZodType<BegunPasskey, unknown> = z
  .object({
    rp: z.object({ id: z.string().max(256), name: z.string().max(256) }),
    user: z.object({ id: z.string().max(128), name: z.string().max(64), displayName: z.string().max(64) }),
    challenge: z.string().max(128),
    pubKeyCredParams: z.array(z.object({ type: z.literal('public-key'), alg: z.int() })).max(8),
    timeout: wholeNumber,
    excludeCredentials: z
      .array(
        z.object({
          type: z.literal('public-key'),
          id: z.string().max(1364),
          transports: z.array(z.string().max(32)).max(8),
        }),
      )
      .max(64),
    authenticatorSelection: z.object({
      residentKey: z.literal('required'),
      requireResidentKey: z.literal(true),
      userVerification: z.literal('required'),
    }),
    attestation: z.literal('none'),
  })
  .meta({ id: 'BegunPasskey' });

export const confirmPasskeyRequestSchema: z.ZodType<ConfirmPasskeyRequest, unknown> = body({
  credential: passkeyCreationField,
  name: nameField,
}).meta({ id: 'ConfirmPasskeyRequest' });

export const confirmedPasskeySchema: z.ZodType<ConfirmedPasskey, unknown> = z
  .object({ passkey: passkeySummarySchema, recoveryCodes: z.array(z.string().max(32)).max(10) })
  .meta({ id: 'ConfirmedPasskey' });

export const passkeyParametersSchema: z.ZodType<PasskeyParameters, unknown> = z.strictObject({
  id: idField('passkey'),
});

export const renamePasskeyRequestSchema: z.ZodType<RenamePasskeyRequest, unknown> = body({
  name: nameField,
}).meta({ id: 'RenamePasskeyRequest' });
