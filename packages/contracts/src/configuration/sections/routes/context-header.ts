import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';

/** RFC 9110 §7.6.1 and what older hops take for one: these speak of the connection, not of the request. */
const hopByHop = [
  'connection',
  'keep-alive',
  'proxy-authenticate',
  'proxy-authorization',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
];

/** These frame the message, name its way or carry credentials; a claim in their place would be an attack. */
const reserved = [
  ...hopByHop,
  'accept-encoding',
  'authorization',
  'content-encoding',
  'content-length',
  'content-type',
  'cookie',
  'date',
  'dpop',
  'expect',
  'forwarded',
  'host',
  'set-cookie',
  'via',
];

const reservedPrefixes = ['x-forwarded-', 'signet-', 'sec-', 'proxy-'];

/** Why this cannot be a header that carries a claim to the upstream, as the words of the problem. */
export function contextHeaderFault(name: string): string | undefined {
  if (name.includes('_')) {
    return allowed(
      'a header name without `_`, which many servers read as `-`',
      `Write \`${name.replaceAll('_', '-').toLowerCase()}\`.`,
    );
  }
  if (isReserved(name.toLowerCase())) {
    return allowed(
      'a header that HTTP and Signet do not use themselves',
      'Choose a name of your own, such as `x-user-id`.',
    );
  }
  if (name !== name.toLowerCase())
    return allowed('a header name in lower case', `Write \`${name.toLowerCase()}\`.`);
  if (!/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/.test(name)) {
    return allowed(
      'a header name of lower-case letters, digits and hyphens, at most 64 long',
      'Write it as `x-user-id`.',
    );
  }
  return undefined;
}

function isReserved(name: string): boolean {
  return reserved.includes(name) || reservedPrefixes.some((prefix) => name.startsWith(prefix));
}

const clientHeaderMessage = allowed(
  'a header name in lower case with hyphens, none that HTTP or Signet uses itself',
  'Write it as `x-trino-user`.',
);

/** A header that a client may send although it tells who calls. */
export const clientHeaderSchema: z.ZodType<string, string> = z
  .string({ error: clientHeaderMessage })
  .refine((name) => contextHeaderFault(name) === undefined, { error: clientHeaderMessage });

export const contextHeaderSchema: z.ZodType<string, string> = z.string().superRefine((name, context) => {
  const message = contextHeaderFault(name);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
});
