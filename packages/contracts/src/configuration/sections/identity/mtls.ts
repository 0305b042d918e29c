import { z } from 'zod';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { isNetwork } from '../../fields/network.ts';
import { count } from '../../fields/quantity.ts';
import { certificateHeaders, type MtlsConfiguration } from './type.ts';

const urlMessage = allowed(
  'an https origin, without path',
  'Write how clients reach the port, such as `https://mtls.login.example`.',
);

const fileMessage = allowed('the path of a PEM file', 'Write it as `./authorities.pem`.');

const networkMessage = allowed(
  'an address or a network of proxies, and no whole address space',
  'Write it as `10.0.0.7`, `10.0.0.0/8` or `fd00::/8`.',
);

export const mtlsSchema: z.ZodType<MtlsConfiguration, unknown> = strict({
  port: count(0, 65_535).optional().meta({
    description: 'Where clients come with their certificates. Needs the certificate of the server.',
  }),
  url: addressSchema
    .refine((text) => readAddress(text)?.origin === text && text.startsWith('https:'), { error: urlMessage })
    .optional()
    .meta({ description: 'How clients reach it; left out: the host of the issuer, with the port.' }),
  ca: list(z.string({ error: fileMessage }).min(1, { error: fileMessage }), {
    least: 0,
    most: 16,
    of: 'files',
  })
    .prefault([])
    .meta({ description: 'PEM files with the authorities that issue certificates of clients.' }),
  proxies: list(z.string({ error: networkMessage }).refine(isNetwork, { error: networkMessage }), {
    least: 0,
    most: 64,
    of: 'addresses',
  })
    .prefault([])
    .meta({ description: 'Proxies that end TLS: whose header with a certificate is believed.' }),
  header: choice(certificateHeaders).prefault('client-cert').meta({
    description: 'In which header these say it: RFC 9440, or PEM as nginx escapes it.',
  }),
}).refine(({ port, proxies }) => port !== undefined || proxies.length > 0, {
  error: allowed(
    '`port` or `proxies`: somewhere a certificate comes in',
    'Name the port, or the proxies that end TLS.',
  ),
});
