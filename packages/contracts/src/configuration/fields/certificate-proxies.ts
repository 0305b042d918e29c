import { z } from 'zod';
import { allowed } from './allowed.ts';
import { choice } from './choice.ts';
import { list } from './list.ts';
import { isNetwork } from './network.ts';

/** Proxies that end TLS, and how they say which certificate a client has shown. */
export interface CertificateProxies {
  /** Whose header is believed: addresses and networks. */
  readonly proxies: readonly string[];
  readonly header: CertificateHeader;
}

/** RFC 9440, or the escaped PEM that nginx and others send. */
const certificateHeaders = ['client-cert', 'x-client-cert'] as const;

export type CertificateHeader = (typeof certificateHeaders)[number];

const networkMessage = allowed(
  'an address or a network of proxies, and no whole address space',
  'Write it as `10.0.0.7`, `10.0.0.0/8` or `fd00::/8`.',
);

const networkSchema = z.string({ error: networkMessage }).refine(isNetwork, { error: networkMessage });

/** Addresses and networks. */
export const networksSchema = (least: 0 | 1): z.ZodType<readonly string[], string[]> =>
  list(networkSchema, { least, most: 64, of: 'addresses' });

export const proxiesSchema = (least: 0 | 1): z.ZodType<readonly string[], string[]> =>
  networksSchema(least).meta({
    description: 'Proxies that end TLS: whose header with a certificate is believed.',
  });

export const certificateHeaderSchema: z.ZodType<CertificateHeader, string | undefined> = choice(
  certificateHeaders,
)
  .prefault('client-cert')
  .meta({ description: 'In which header these say it: RFC 9440, or PEM as nginx escapes it.' });
