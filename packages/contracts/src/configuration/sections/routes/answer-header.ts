import { z } from 'zod';
import { allowed } from '../../fields/allowed.ts';

/** Which frame the message, speak of the connection, or are the gateway's own to say (RFC 9110 §7.6.1, §8.6). */
const reserved: ReadonlySet<string> = new Set([
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'proxy-authenticate',
  'proxy-connection',
  'ratelimit',
  'ratelimit-policy',
  'set-cookie',
  'set-cookie2',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
  'vary',
  'www-authenticate',
]);

const message = allowed(
  'a header name in lower case with hyphens, none that frames a message, sets cookies or is `signet-…` or `access-control-…`',
  'Write it as `x-version`; what pages of other origins may do stands in `cors`.',
);

/** A header of answers that the configuration may write or take away. */
export const answerHeaderSchema: z.ZodType<string, string> = z
  .string({ error: message })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, { error: message })
  .refine((name) => !reserved.has(name) && !/^(?:signet|access-control|proxy)-/.test(name), {
    error: message,
  });

const textMessage = allowed(
  'a text of 1 to 2048 visible characters and spaces between them',
  'Write it on one line.',
);

/** The value of a header: nothing that ends a line. */
export const headerTextSchema: z.ZodType<string, string> = z
  .string({ error: textMessage })
  .regex(/^[\x21-\x7e](?:[\x20-\x7e]{0,2046}[\x21-\x7e])?$/, { error: textMessage });
