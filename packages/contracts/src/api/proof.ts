import { z } from 'zod';
import type { MailLanguage } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';
import { body, codeField, languageField, passwordField } from './fields.ts';
import { type PasskeyAssertion, passkeyAssertionField } from './passkeys.ts';

/**
 * What a person shows once more before something of their account is changed: the password, a passkey, or, of an account
 * that has no password, a mailed code or a new sign-in at a provider.
 */
export interface FactorProof {
  readonly password?: string;
  /** From the authenticator app, or a recovery code; of who has a second factor. */
  readonly code?: string;
  /** In place of the code, or of all: it is two factors by itself. */
  readonly passkey?: PasskeyAssertion;
  /** In place of the password: what `POST /auth/account/proof-mail` answered, and the code of that mail. */
  readonly mail?: { readonly id: string; readonly code: string };
  /** In place of the password: the browser has just come back from `POST /auth/account/providers/{provider}/prove`. */
  readonly byProvider?: true;
}

/** `POST /auth/account/proof-mail`. */
export interface ProofMailRequest {
  readonly language: MailLanguage;
}

export interface ProofMailAnswer {
  /** Comes back with the code. */
  readonly id: string;
}

/** 256 bits, base64url. */
const proofIdField = z
  .string({ error: phrases.link_token })
  .regex(/^[A-Za-z0-9_-]{43}$/, { error: phrases.link_token });

/** A body that has a proof beside these members. */
export function provenBody<Shape extends z.core.$ZodShape>(
  shape: Shape,
): z.ZodObject<Shape & ProofShape, z.core.$strict> {
  return body({ ...shape, ...proofShape() }).refine(isProof, {
    path: ['password'],
    error: phrases.password,
  });
}

type Optional<Value> = z.ZodExactOptional<z.ZodType<Value>>;

interface ProofShape {
  readonly password: Optional<string>;
  readonly code: Optional<string>;
  readonly passkey: Optional<PasskeyAssertion>;
  readonly mail: Optional<NonNullable<FactorProof['mail']>>;
  readonly byProvider: Optional<true>;
}

function proofShape(): ProofShape {
  return {
    password: passwordField.exactOptional(),
    code: codeField.exactOptional(),
    passkey: passkeyAssertionField.exactOptional(),
    mail: body({ id: proofIdField, code: codeField }).exactOptional(),
    byProvider: z.literal(true).exactOptional(),
  };
}

/** One way to begin with: of two, it could not be said which counts. */
function isProof(given: Readonly<Record<string, unknown>>): boolean {
  const { password, passkey, mail, byProvider } = given;
  const firsts = [password, mail, byProvider].filter((each) => each !== undefined).length;
  return firsts === 1 || (firsts === 0 && passkey !== undefined);
}

export const factorProofSchema: z.ZodType<FactorProof, unknown> = provenBody({}).meta({ id: 'FactorProof' });

export const proofMailRequestSchema: z.ZodType<ProofMailRequest, unknown> = body({
  language: languageField.prefault('en'),
}).meta({ id: 'ProofMailRequest' });

export const proofMailAnswerSchema: z.ZodType<ProofMailAnswer, unknown> = z
  .object({ id: z.string().max(64) })
  .meta({ id: 'ProofMail' });
