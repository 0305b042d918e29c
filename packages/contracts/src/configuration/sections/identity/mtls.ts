import { z } from 'zod';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { certificateHeaderSchema, proxiesSchema } from '../../fields/certificate-proxies.ts';
import { list } from '../../fields/list.ts';
import { count } from '../../fields/quantity.ts';
import type { MtlsConfiguration } from './type.ts';

const urlMessage = allowed(
  'an https origin, without path',
  'Write how clients reach the port, such as `https://mtls.login.example`.',
);

const fileMessage = allowed('the path of a PEM file', 'Write it as `./authorities.pem`.');

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
  proxies: proxiesSchema(0).prefault([]),
  header: certificateHeaderSchema,
}).refine(({ port, proxies }) => port !== undefined || proxies.length > 0, {
  error: allowed(
    '`port` or `proxies`: somewhere a certificate comes in',
    'Name the port, or the proxies that end TLS.',
  ),
});
