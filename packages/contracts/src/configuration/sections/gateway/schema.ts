import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { certificateHeaderSchema, networksSchema, proxiesSchema } from '../../fields/certificate-proxies.ts';
import { count, duration, share, size } from '../../fields/quantity.ts';
import { gatewayDefaults as gateway } from './defaults.ts';
import { accessLogSchema, tracingSchema } from './telemetry.ts';
import type { GatewayConfiguration } from './type.ts';

const recordsSchema = strict({
  refusalsPerSecond: count(0, 100_000)
    .prefault(gateway.records.refusalsPerSecond)
    .meta({ description: 'Refused requests kept a second for `signet explain`; the rest are only counted.' }),
  successesPerSecond: count(0, 100_000)
    .prefault(gateway.records.successesPerSecond)
    .meta({ description: 'Forwarded requests kept a second for `signet explain`.' }),
});

const cacheSchema = strict({
  maxBytes: size({ least: '64KiB', most: '8GiB', example: gateway.cache.maxBytes })
    .prefault(gateway.cache.maxBytes)
    .meta({ description: 'Of answers with their keys and headers; those asked for longest ago go first.' }),
  maxEntries: count(1, 1_000_000)
    .prefault(gateway.cache.maxEntries)
    .meta({ description: 'How many answers.' }),
});

const askPathMessage = allowed(
  'a path of letters, digits, `-`, `.` and `_`, such as `/.signet/decide`',
  'Choose one that no route serves.',
);

const askPathSchema = z
  .string({ error: askPathMessage })
  .regex(/^(?:\/[A-Za-z0-9._-]{1,64}){1,8}$/, { error: askPathMessage })
  .refine((path) => !/\/\.{1,2}(?:\/|$)/.test(path), { error: askPathMessage });

export const gatewaySchema: z.ZodType<GatewayConfiguration, unknown> = strict({
  clockSkew: duration({ least: '0s', most: '5m', example: gateway.clockSkew })
    .prefault(gateway.clockSkew)
    .meta({ description: 'How far the clocks of issuers may differ from ours.' }),
  maxTokenBytes: size({ least: '256B', most: '64KiB', example: gateway.maxTokenBytes })
    .prefault(gateway.maxTokenBytes)
    .meta({ description: 'Longer tokens are refused unread.' }),
  maxTokenValues: count(16, 100_000).prefault(gateway.maxTokenValues).meta({
    description: 'JSON values in the claims of a token, lists and objects included; its header alike.',
  }),
  maxHeaderBytes: size({ least: '1KiB', most: '128KiB', example: gateway.maxHeaderBytes })
    .prefault(gateway.maxHeaderBytes)
    .meta({ description: 'All headers of a request together.' }),
  maxBodyBytes: size({ least: '0B', most: '8GiB', example: gateway.maxBodyBytes })
    .prefault(gateway.maxBodyBytes)
    .meta({ description: 'The body of a request.' }),
  requestTimeout: duration({ least: '100ms', most: '1h', example: gateway.requestTimeout })
    .prefault(gateway.requestTimeout)
    .meta({ description: 'How long a client may take to send its whole request.' }),
  revocationStaleness: duration({ least: '1s', most: '1h', example: gateway.revocationStaleness })
    .prefault(gateway.revocationStaleness)
    .meta({ description: 'Without news of revocations for this long, routes that need a token answer 503.' }),
  maxConcurrentRequests: count(1, 1_000_000)
    .prefault(gateway.maxConcurrentRequests)
    .meta({ description: 'Requests in progress in one gateway process; more are answered 503.' }),
  maxConcurrentStreams: count(1, 1_000_000)
    .prefault(gateway.maxConcurrentStreams)
    .meta({ description: 'Streams in progress in one gateway process, counted apart from other requests.' }),
  maxAddressShare: share({ example: gateway.maxAddressShare }).prefault(gateway.maxAddressShare).meta({
    description: 'What one client address (IPv6: one /64) may hold of the requests and of the streams.',
  }),
  streamAfter: duration({ least: '1ms', most: '1h', example: gateway.streamAfter })
    .prefault(gateway.streamAfter)
    .meta({ description: 'An answer that goes on for longer counts as a stream; events do at once.' }),
  clientCertificates: strict({ proxies: proxiesSchema(1), header: certificateHeaderSchema })
    .optional()
    .meta({
      description: 'Who says which certificate a client has shown, for tokens that are bound to one.',
    }),
  forwardAuth: strict({
    path: askPathSchema.meta({ description: 'Where they ask, such as `/.signet/decide`.' }),
    proxies: networksSchema(1).meta({ description: 'Who may ask.' }),
  })
    .optional()
    .meta({ description: 'Lets other proxies ask whether to forward a request that they hold.' }),
  accessLog: accessLogSchema.exactOptional().meta({ description: 'A line of JSON for each request.' }),
  tracing: tracingSchema
    .exactOptional()
    .meta({ description: 'Spans of requests for OpenTelemetry, and `traceparent` for upstreams.' }),
  cache: cacheSchema
    .prefault({})
    .meta({ description: 'What one gateway process keeps of answers, for all routes together.' }),
  records: recordsSchema.prefault({}).meta({ description: 'How much is kept for `signet explain`.' }),
}).superRefine((value, context) => {
  if (value.maxTokenBytes < value.maxHeaderBytes) return;
  const message = allowed(
    'less than `maxHeaderBytes`, since the token travels in a header',
    'Lower it, or raise `maxHeaderBytes`.',
  );
  context.addIssue({ code: 'custom', path: ['maxTokenBytes'], message });
});
