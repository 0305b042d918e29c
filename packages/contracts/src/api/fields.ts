import { z } from 'zod';
import { type Id, type IdKind, idPattern, isId } from '../ids/id.ts';
import { readEmailAddress } from '../people/email-address.ts';
import { type MailLanguage, mailLanguages } from '../people/mail-language.ts';
import { phrases } from '../refusals/phrases.ts';

/** A body that has these members and no others; its error says which. */
export function body<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const members = Object.keys(shape).join(', ');
  return z.strictObject(shape, { error: phrases.members.replace('{of}', members) });
}

export function idField<Kind extends IdKind>(kind: Kind): z.ZodType<Id<Kind>, string> {
  const error = phrases.identifier.replace('{of}', idPattern(kind).source.slice(1, 5));
  return z
    .string({ error })
    .max(64, { error })
    .meta({ pattern: idPattern(kind).source })
    .transform((text, context): Id<Kind> => {
      if (isId(kind, text)) return text;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });
}

/** As a person types it; in lower case once read. Checked before folding, which makes `k` of a Kelvin sign. */
export const usernameField: z.ZodType<string, string> = z
  .string({ error: phrases.username })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/, { error: phrases.username })
  .transform((typed) => typed.toLowerCase());

/** Bounded, because hashing it takes time; how strong a new one must be is for identity to say. */
export const passwordField: z.ZodType<string, string> = z
  .string({ error: phrases.password })
  .min(1, { error: phrases.password })
  .max(256, { error: phrases.password });

/** Of an authenticator app, or a recovery code; as a person types it. */
export const codeField: z.ZodType<string, string> = z
  .string({ error: phrases.code })
  .min(1, { error: phrases.code })
  .max(64, { error: phrases.code });
/** As it is kept, whatever its domain was typed as. */
export const emailField: z.ZodType<string, string> = z
  .string({ error: phrases.email })
  .max(320, { error: phrases.email })
  .transform((typed, context) => {
    const address = readEmailAddress(typed);
    if (address !== undefined) return address;
    context.addIssue({ code: 'custom', message: phrases.email });
    return z.NEVER;
  });

/** As the person remembers it. */
export const nameOrAddressField: z.ZodType<string, string> = z
  .string({ error: phrases.name_or_email })
  .min(1, { error: phrases.name_or_email })
  .max(320, { error: phrases.name_or_email });

export const languageField: z.ZodType<MailLanguage, string> = z.enum(mailLanguages, {
  error: phrases.mail_language.replace('{of}', mailLanguages.join(', ')),
});

/** As the names of clients in `signet.yaml`. */
export const clientIdField: z.ZodType<string, string> = z
  .string({ error: phrases.client_id })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: phrases.client_id });

export const audienceField: z.ZodType<string, string> = z
  .string({ error: phrases.audience })
  .regex(/^[\x21-\x7e]{1,512}$/, { error: phrases.audience });

export const scopesField: z.ZodType<string[], string[]> = z
  .array(
    z.string({ error: phrases.scopes }).regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/, { error: phrases.scopes }),
    {
      error: phrases.scopes,
    },
  )
  .max(64, { error: phrases.scopes });

/** As the names of groups in `signet.yaml`. */
export const groupField: z.ZodType<string, string> = z
  .string({ error: phrases.group })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: phrases.group });

export const groupsField: z.ZodType<string[], string[]> = z
  .array(groupField, { error: phrases.groups })
  .max(64, { error: phrases.groups });

export const rolesField: z.ZodType<string[], string[]> = z
  .array(z.string({ error: phrases.roles }).regex(/^[\x21-\x7e]{1,128}$/, { error: phrases.roles }), {
    error: phrases.roles,
  })
  .max(64, { error: phrases.roles });

/** Milliseconds since the epoch, or a count. */
export const wholeNumber: z.ZodType<number, number> = z.int().nonnegative();
