import { z } from 'zod';
import { hostSchema } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import {
  placesOfSecrets,
  type SecretReference,
  secretReferenceSchema,
} from '../../fields/secret-reference.ts';

/** By which TLS is spoken with the targets of an upstream. */
export interface UpstreamTlsConfiguration {
  /** Where the certificates are, as PEM, of those whose word is taken for a target; absent: the authorities that everybody takes. */
  readonly authorities?: SecretReference;
  /** Where the certificate is that is shown to the targets, with its chain; present exactly where `key` is. */
  readonly certificate?: SecretReference;
  readonly key?: SecretReference;
  /** The name that is asked for and that the certificate of the target must have, in place of that in its address. */
  readonly serverName?: string;
}

const referenceMessage = allowed(
  placesOfSecrets,
  'Write where it is, such as `file:/etc/signet/upstream.pem`: it is read again while Signet runs.',
);

const pemSchema = secretReferenceSchema.transform((reference, context) => {
  if (reference.kind !== 'literal') return reference;
  context.addIssue({ code: 'custom', message: referenceMessage });
  return z.NEVER;
});

export const tlsSchema: z.ZodType<UpstreamTlsConfiguration, unknown> = strict({
  authorities: pemSchema.exactOptional().meta({
    description: 'Where the certificates of the authorities are that issue those of the targets (PEM).',
  }),
  certificate: pemSchema
    .exactOptional()
    .meta({ description: 'Where the certificate is that is shown to the targets (PEM, with its chain).' }),
  key: pemSchema.exactOptional().meta({ description: 'Where its private key is (PEM).' }),
  serverName: hostSchema.exactOptional().meta({
    description: 'The name that the certificate of a target must have, in place of that in its address.',
  }),
}).superRefine(({ certificate, key }, context) => {
  if ((certificate === undefined) === (key === undefined)) return;
  const missing = certificate === undefined ? 'certificate' : 'key';
  const message = allowed('`certificate` and `key` together', `Add \`${missing}\`.`);
  context.addIssue({ code: 'custom', path: [certificate === undefined ? 'key' : 'certificate'], message });
}, evenIfPartsAreWrong);
