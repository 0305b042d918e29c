import { z } from 'zod';
import type { AccountId } from '../ids/id.ts';
import { body, codeField, idField, wholeNumber } from './fields.ts';
import { type PasskeySummary, passkeySummarySchema } from './passkeys.ts';

/** The answer of `GET /auth/factors`: what a person shows beside the password when they sign in. */
export interface FactorsAnswer {
  /** An authenticator app (RFC 6238); absent where there is none. */
  readonly authenticator?: { readonly addedAt: number } | undefined;
  readonly passkeys: readonly PasskeySummary[];
  readonly recoveryCodesLeft: number;
}

/** The answer of `POST /auth/factors/authenticator`: what the app is told. Nothing is added yet. */
export interface BegunAuthenticator {
  /** Comes back with the first code. */
  readonly enrolment: string;
  /** In base32 (RFC 4648 §6), for an app that is told by hand. */
  readonly secret: string;
  /** `otpauth://totp/…`, for an app that sees it as a picture. */
  readonly uri: string;
}

/** `POST /auth/factors/authenticator/confirm`. */
export interface ConfirmAuthenticatorRequest {
  readonly enrolment: string;
  readonly code: string;
}

/** Whose factors: of the paths below `/admin/users`. */
export interface AccountParameters {
  readonly account: AccountId;
}

export interface ResetFactorsAnswer {
  readonly account: AccountId;
  /** False where there was nothing to take away. */
  readonly reset: boolean;
}

/** Shown this once. */
export interface RecoveryCodesAnswer {
  readonly recoveryCodes: readonly string[];
}

/** Beside the first code of the app that is added. */
export const enrolmentField: z.ZodType<string> = z.string().min(1).max(512);

/** Of `RecoveryCodesAnswer`, and of a sign-in that added an app. */
export const recoveryCodesField: z.ZodType<readonly string[]> = z.array(z.string().max(32)).max(10);

export const factorsAnswerSchema: z.ZodType<FactorsAnswer, unknown> = z
  .object({
    authenticator: z.object({ addedAt: wholeNumber }).optional(),
    passkeys: z.array(passkeySummarySchema).max(64),
    recoveryCodesLeft: wholeNumber,
  })
  .meta({ id: 'FactorsAnswer' });

export const begunAuthenticatorSchema: z.ZodType<BegunAuthenticator, unknown> = z
  .object({
    enrolment: z.string().max(512),
    secret: z.string().max(64),
    uri: z.string().max(1024),
  })
  .meta({ id: 'BegunAuthenticator' });

export const confirmAuthenticatorRequestSchema: z.ZodType<ConfirmAuthenticatorRequest, unknown> = body({
  enrolment: enrolmentField,
  code: codeField,
}).meta({ id: 'ConfirmAuthenticatorRequest' });

export const accountParametersSchema: z.ZodType<AccountParameters, unknown> = z.strictObject({
  account: idField('account'),
});

export const resetFactorsAnswerSchema: z.ZodType<ResetFactorsAnswer, unknown> = z
  .object({ account: idField('account'), reset: z.boolean() })
  .meta({ id: 'ResetFactorsAnswer' });

export const recoveryCodesAnswerSchema: z.ZodType<RecoveryCodesAnswer, unknown> = z
  .object({ recoveryCodes: recoveryCodesField })
  .meta({ id: 'RecoveryCodesAnswer' });
