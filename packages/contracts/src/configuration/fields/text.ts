import { z } from 'zod';
import { allowed } from './allowed.ts';

const nameMessage = allowed(
  'a name of lower-case letters, digits and hyphens, at most 63 long',
  'Choose a name such as `orders` or `read-order`.',
);

/** Names of issuers, services, upstreams and routes; they stand in logs, metrics and addresses. */
export const nameSchema: z.ZodType<string, string> = z
  .string({ error: nameMessage })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: nameMessage });

export function sentence(longest: number): z.ZodType<string, string> {
  const error = allowed(
    `a text of 1 to ${longest} characters`,
    'Write some words; quote them if they look like a number.',
  );
  return z.string({ error }).min(1, { error }).max(longest, { error });
}

const audienceMessage = allowed(
  'an audience: 1 to 512 visible characters without spaces, usually an address',
  'Write what the `aud` of the tokens says, such as `https://api.example/orders`.',
);

/** RFC 7519 §2 StringOrURI, as it stands in `aud` and `iss`: compared character by character. */
export const audienceSchema: z.ZodType<string, string> = z
  .string({ error: audienceMessage })
  .regex(/^[\x21-\x7e]{1,512}$/, { error: audienceMessage });

const scopeMessage = allowed(
  'a scope of RFC 6749 §3.3: visible characters without spaces, quotes or backslash',
  'Write each scope as an entry of its own, such as `orders:read`.',
);

export const scopeSchema: z.ZodType<string, string> = z
  .string({ error: scopeMessage })
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/, { error: scopeMessage });

const acrMessage = allowed(
  'a text of 1 to 128 visible characters without spaces, quotes or backslash',
  'Write what the `acr` of the tokens says, in quotes where it is a number: `acr: "2"`.',
);

export const acrSchema: z.ZodType<string, string> = z
  .string({ error: acrMessage })
  .regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/, { error: acrMessage });

const roleMessage = allowed(
  'a role: 1 to 128 visible characters without spaces',
  'Write each role as an entry of its own, such as `support`.',
);

export const roleSchema: z.ZodType<string, string> = z
  .string({ error: roleMessage })
  .regex(/^[\x21-\x7e]{1,128}$/, { error: roleMessage });
