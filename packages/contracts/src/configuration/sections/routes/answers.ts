import { z } from 'zod';
import { readAddress } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { count, duration } from '../../fields/quantity.ts';
import { answerHeaderSchema, headerTextSchema } from './answer-header.ts';
import type {
  CorsConfiguration,
  RedirectConfiguration,
  RespondConfiguration,
  SecurityHeaders,
} from './type.ts';

const targetMessage = allowed(
  'a path, or an address with http:// or https://, with `{name}` for whole segments of its path',
  'Write it as `/new/{id}` or `https://new.example/{rest*}`.',
);

const parameterSegment = /^\{[a-z][A-Za-z0-9_]{0,31}\*?\}$/;
const literalSegment = /^[A-Za-z0-9._~!$&'()*+,=:@%-]*$/;

/** Parameters stand in the path alone: no request can choose where else the client is sent. */
function redirectFault(to: string): boolean {
  const path = to.startsWith('/') ? to : to.replace(/^https?:\/\/[^/]+/, '');
  const origin = to.slice(0, to.length - path.length);
  if (to.length > 1024 || !path.startsWith('/') || (origin !== '' && !isOrigin(origin))) return true;
  const segments = path.slice(1).split('/');
  const isSound = (segment: string, index: number) =>
    parameterSegment.test(segment) ||
    (literalSegment.test(segment) && (segment !== '' || index === segments.length - 1));
  return !segments.every(isSound) || segments.some((each) => each === '.' || each === '..');
}

function isOrigin(text: string): boolean {
  return !/[{}]/.test(text) && readAddress(text)?.pathname === '/';
}

export const redirectSchema: z.ZodType<RedirectConfiguration, unknown> = strict({
  to: z
    .string({ error: targetMessage })
    .refine((to) => !redirectFault(to), { error: targetMessage })
    .meta({ description: 'Where clients go; `{name}` is what stands in the path for that parameter.' }),
  status: z
    .literal([301, 302, 303, 307, 308], {
      error: allowed('301, 302, 303, 307 or 308', 'Write 308 for good, 307 for now; both keep the method.'),
    })
    .prefault(307)
    .meta({ description: 'Which kind of redirect.' }),
  keepQuery: z
    .literal(true, { error: allowed('only `true`', 'Write `keepQuery: true`, or leave it out.') })
    .exactOptional()
    .meta({ description: 'The query of the request goes behind the target.' }),
});

const bodyMessage = allowed('a text of at most 16384 characters', 'Serve what is longer from an upstream.');

export const respondSchema: z.ZodType<RespondConfiguration, unknown> = strict({
  status: count(200, 599).prefault(200).meta({ description: 'The status of the answer.' }),
  headers: z
    .record(answerHeaderSchema, headerTextSchema, {
      error: allowed('header names and texts', 'Write lines such as `content-type: application/json`.'),
    })
    .prefault({})
    .meta({ description: 'Headers of the answer; `content-type` is `text/plain` where there is a body.' }),
  body: z
    .string({ error: bodyMessage })
    .max(16_384, { error: bodyMessage })
    .exactOptional()
    .meta({ description: 'What is answered.' }),
}).refine(({ status, body }) => body === undefined || (status !== 204 && status !== 304), {
  error: allowed('no `body` where the status is 204 or 304', 'Remove `body`.'),
});

const originMessage = allowed(
  'an origin such as `https://app.example`, with `*` at most in place of the first label, or `*` for every origin',
  'Write scheme, host and port as browsers send them: lower case, no slash at the end, no usual port.',
);

const originSchema = z
  .string({ error: originMessage })
  .refine((origin) => origin === '*' || isWrittenOrigin(origin), { error: originMessage });

function isWrittenOrigin(text: string): boolean {
  const named = text.replace(/^(https?:\/\/)\*\.(?=[^.]+\.)/, '$1');
  return !named.includes('*') && readAddress(named) !== undefined && new URL(named).origin === named;
}

const corsHeader = z
  .string({ error: allowed('a header name in lower case', 'Write it as `x-version`.') })
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?$/, {
    error: allowed('a header name in lower case', 'Write it as `x-version`.'),
  });

export const corsSchema: z.ZodType<CorsConfiguration, unknown> = strict({
  origins: list(originSchema, { least: 1, most: 64, of: 'origins' }).meta({
    description: 'Whose pages may read the answers; `https://*.app.example` for one label, `*` for all.',
  }),
  headers: list(corsHeader, { least: 1, most: 64, of: 'headers' })
    .exactOptional()
    .meta({ description: 'Headers that pages may send beyond the simple ones.' }),
  expose: list(corsHeader, { least: 1, most: 64, of: 'headers' })
    .exactOptional()
    .meta({ description: 'Headers of answers that pages may read beyond the simple ones.' }),
  credentials: z
    .literal(true, { error: allowed('only `true`', 'Write `credentials: true`, or leave it out.') })
    .exactOptional()
    .meta({ description: 'Pages may send cookies.' }),
  maxAge: duration({ least: '0s', most: '1d', example: '10m' })
    .prefault('10m')
    .meta({ description: 'How long browsers remember what they may do.' }),
}).superRefine(({ origins, credentials }, context) => {
  if (!origins.includes('*')) return;
  const report = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  if (credentials === true)
    report(['credentials'], allowed('no `credentials` for every origin', 'Name the origins, or remove it.'));
  if (origins.length > 1)
    report(['origins'], allowed('`*` alone, or origins by name', 'Remove one of them.'));
});

export const securityHeadersSchema: z.ZodType<SecurityHeaders, unknown> = strict({
  hsts: strict({
    maxAge: duration({ least: '1s', most: '1000d', example: '365d' }).meta({
      description: 'For how long browsers come by HTTPS alone.',
    }),
    subdomains: z
      .literal(true, { error: allowed('only `true`', 'Write `subdomains: true`, or leave it out.') })
      .exactOptional()
      .meta({ description: 'For names below this one too.' }),
  })
    .exactOptional()
    .meta({ description: '`Strict-Transport-Security`, on answers by HTTPS.' }),
  nosniff: z
    .literal(true, { error: allowed('only `true`', 'Write `nosniff: true`, or leave it out.') })
    .exactOptional()
    .meta({ description: '`X-Content-Type-Options: nosniff`.' }),
  frame: choice(['deny', 'same-origin'])
    .exactOptional()
    .meta({ description: '`X-Frame-Options`: who may show answers in a frame.' }),
  referrer: choice([
    'no-referrer',
    'same-origin',
    'origin',
    'strict-origin',
    'strict-origin-when-cross-origin',
  ])
    .exactOptional()
    .meta({ description: '`Referrer-Policy`.' }),
  csp: headerTextSchema
    .exactOptional()
    .meta({ description: '`Content-Security-Policy`, as it stands here.' }),
}).refine((value) => Object.keys(value).length > 0, {
  error: allowed('at least one of them', 'Write `nosniff: true`, or remove `securityHeaders`.'),
});
