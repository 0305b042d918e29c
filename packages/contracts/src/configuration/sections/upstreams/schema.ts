import type { z } from 'zod';
import { addressSchema, withoutTrailingSlash } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { count, duration, share } from '../../fields/quantity.ts';
import { breakerSchema } from './breaker.ts';
import { upstreamDefaults as upstream } from './defaults.ts';
import { hashBySchema } from './hash-by.ts';
import { healthSchema } from './health.ts';
import { tlsSchema } from './tls.ts';
import type { UpstreamConfiguration, UpstreamsConfiguration } from './type.ts';

const targetSchema = strict({
  url: addressSchema
    .transform(withoutTrailingSlash)
    .meta({ description: 'Where requests go; its path is put before the path of the request.' }),
  weight: count(1, 1000).prefault(upstream.weight).meta({ description: 'Share of the requests.' }),
});

const upstreamShape = strict({
  targets: list(targetSchema, { least: 1, most: 64, of: 'targets' }).meta({
    description: 'The servers that answer for this upstream.',
  }),
  protocol: choice(['http1', 'http2'])
    .prefault(upstream.protocol)
    .meta({ description: 'What the targets speak; with `http2` gRPC passes too.' }),
  balance: choice(['round-robin', 'least-loaded', 'two-choices', 'hash'])
    .prefault(upstream.balance)
    .meta({ description: 'How a target is chosen.' }),
  hashBy: hashBySchema.exactOptional().meta({
    description:
      'With `balance: hash`: `address`, a claim or a header, whose values stay at one target each.',
  }),
  connectTimeout: duration({ least: '10ms', most: '1m', example: upstream.connectTimeout })
    .prefault(upstream.connectTimeout)
    .meta({ description: 'How long opening a connection may take.' }),
  timeout: duration({ least: '10ms', most: '1h', example: upstream.timeout })
    .prefault(upstream.timeout)
    .meta({
      description: 'From the whole request sent to the first byte of the answer, and between two pieces.',
    }),
  maxConnections: count(1, 65_535)
    .prefault(upstream.maxConnections)
    .meta({ description: 'Connections to each target from one gateway process, beside those of streams.' }),
  waitTimeout: duration({ least: '1ms', most: '1m', example: upstream.waitTimeout })
    .prefault(upstream.waitTimeout)
    .meta({ description: 'How long a request waits for a connection when all are in use.' }),
  ejectAfter: count(1, 1000)
    .prefault(upstream.ejectAfter)
    .meta({ description: 'A target that fails so many times in a row is not asked for a while.' }),
  ejectFor: duration({ least: '100ms', most: '1h', example: upstream.ejectFor })
    .prefault(upstream.ejectFor)
    .meta({ description: 'How long that is; doubled each time that it fails again when it is tried.' }),
  health: healthSchema
    .exactOptional()
    .meta({ description: 'Each gateway process asks each target from time to time whether it is well.' }),
  breaker: breakerSchema
    .exactOptional()
    .meta({ description: 'Leaves the whole upstream alone for a while when too many of its requests fail.' }),
  tls: tlsSchema
    .exactOptional()
    .meta({ description: 'Authorities, certificate and name of our own for TLS with the targets.' }),
  refreshNames: duration({ least: '1s', most: '1h', example: upstream.refreshNames })
    .prefault(upstream.refreshNames)
    .meta({ description: 'How often names of targets are looked up again.' }),
  retries: share({ example: upstream.retries })
    .prefault(upstream.retries)
    .meta({ description: 'Of how many of its requests there may be a second sending, where one is safe.' }),
});

const upstreamSchema: z.ZodType<UpstreamConfiguration, unknown> = upstreamShape
  .superRefine(refuseHashWithoutKey)
  .superRefine(refuseTlsInPlainText);

type Written = z.output<typeof upstreamShape>;

function refuseHashWithoutKey({ balance, hashBy }: Written, context: z.core.$RefinementCtx): void {
  if ((balance === 'hash') === (hashBy !== undefined)) return;
  const message = allowed(
    '`hashBy` exactly where `balance` is `hash`',
    hashBy === undefined
      ? 'Add `hashBy: claims.sub`, or another one.'
      : 'Remove it, or write `balance: hash`.',
  );
  context.addIssue({ code: 'custom', path: ['balance'], message });
}

/** It would be taken for protected, and is not. */
function refuseTlsInPlainText({ tls, targets }: Written, context: z.core.$RefinementCtx): void {
  if (tls === undefined || targets.every(({ url }) => url.startsWith('https://'))) return;
  const message = allowed(
    '`tls` where every target is `https`',
    'Write `https://` in each `url`, or remove `tls`.',
  );
  context.addIssue({ code: 'custom', path: ['tls'], message });
}

export const upstreamsSchema: z.ZodType<UpstreamsConfiguration, unknown> = named(upstreamSchema);
