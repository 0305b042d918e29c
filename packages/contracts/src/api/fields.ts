import { z } from 'zod';
import { type Id, type IdKind, idPattern, isId } from '../ids/id.ts';

/** A body that has these members and no others; its error says which. */
export function body<Shape extends z.core.$ZodShape>(shape: Shape): z.ZodObject<Shape, z.core.$strict> {
  const members = Object.keys(shape).join(', ');
  return z.strictObject(shape, { error: `a JSON object with no other members than ${members}` });
}

export function idField<Kind extends IdKind>(kind: Kind): z.ZodType<Id<Kind>, string> {
  const error = `an identifier such as ${idPattern(kind).source.slice(1, 5)}…`;
  return z
    .string({ error })
    .max(64, { error })
    .transform((text, context): Id<Kind> => {
      if (isId(kind, text)) return text;
      context.addIssue({ code: 'custom', message: error });
      return z.NEVER;
    });
}

const usernameError =
  'a user name: 1 to 64 of a–z, 0–9, dot, underscore, @ and hyphen, starting with a letter or digit';

/** As a person types it; in lower case once read. Checked before folding, which makes `k` of a Kelvin sign. */
export const usernameField: z.ZodType<string, string> = z
  .string({ error: usernameError })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/, { error: usernameError })
  .transform((typed) => typed.toLowerCase());

const passwordError = 'a password of 1 to 256 characters';

/** Bounded, because hashing it takes time; how strong a new one must be is for identity to say. */
export const passwordField: z.ZodType<string, string> = z
  .string({ error: passwordError })
  .min(1, { error: passwordError })
  .max(256, { error: passwordError });

const audienceError = 'an audience of 1 to 512 visible characters';

export const audienceField: z.ZodType<string, string> = z
  .string({ error: audienceError })
  .regex(/^[\x21-\x7e]{1,512}$/, { error: audienceError });

const scopesError = 'a list of at most 64 scopes of RFC 6749 §3.3';

export const scopesField: z.ZodType<string[], string[]> = z
  .array(
    z.string({ error: scopesError }).regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/, { error: scopesError }),
    {
      error: scopesError,
    },
  )
  .max(64, { error: scopesError });

const rolesError = 'a list of at most 64 roles of 1 to 128 visible characters';

export const rolesField: z.ZodType<string[], string[]> = z
  .array(z.string({ error: rolesError }).regex(/^[\x21-\x7e]{1,128}$/, { error: rolesError }), {
    error: rolesError,
  })
  .max(64, { error: rolesError });

/** Milliseconds since the epoch, or a count. */
export const wholeNumber: z.ZodType<number, number> = z.int().nonnegative();
