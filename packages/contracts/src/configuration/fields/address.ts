import { z } from 'zod';
import { allowed } from './allowed.ts';

const longestAddress = 2048;

/** The URL, or `undefined` for what is not plain http(s): white space, other schemes, credentials, query, fragment. */
export function readAddress(text: string): URL | undefined {
  if (text.length > longestAddress || !/^[\x21-\x7e]+$/.test(text) || /[?#\\]/.test(text)) return undefined;
  const url = URL.canParse(text) ? new URL(text) : null;
  if (url === null || !/^https?:\/\//.test(text)) return undefined;
  return url.username === '' && url.password === '' ? url : undefined;
}

export function withoutTrailingSlash(text: string): string {
  return text.endsWith('/') ? text.slice(0, -1) : text;
}

const addressMessage = allowed(
  'an address that starts with http:// or https://, without user name, password, query and fragment',
  'Write it as `https://host/path`.',
);

export const addressSchema: z.ZodType<string, string> = z
  .string({ error: addressMessage })
  .refine((text) => readAddress(text) !== undefined, { error: addressMessage });

const hostMessage = allowed(
  'a host name in lower case, without scheme, port and wildcard',
  'Write it as `api.example`.',
);

const hostPatternMessage = allowed(
  'a host name in lower case without scheme and port, perhaps with `*` in place of its first label',
  'Write it as `api.example` or `*.api.example`.',
);

/** `*.example.com` stands for each name of exactly one label more, as in a certificate (RFC 9525 §6.3). */
export const hostPatternSchema: z.ZodType<string, string> = z
  .string({ error: hostPatternMessage })
  .refine((host) => hostSchema.safeParse(host.replace(/^\*\.(?=[^.]+\.)/, '')).success, {
    error: hostPatternMessage,
  });

export const hostSchema: z.ZodType<string, string> = z
  .string({ error: hostMessage })
  .max(253, { error: hostMessage })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/, {
    error: hostMessage,
  });
