import { z } from 'zod';
import { type IssuingAlgorithm, issuingAlgorithms } from '../../../keys/issuing-algorithm.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { secretReferenceSchema } from '../../fields/secret-reference.ts';
import { type Pkcs11Signer, pkcs11Algorithms, type SignerConfiguration, type VaultSigner } from './type.ts';

const pathError = allowed('a path such as `transit`, without dots and spaces', 'Write where it is mounted.');

const vaultSchema: z.ZodType<VaultSigner, unknown> = strict({
  mount: z
    .string({ error: pathError })
    .regex(/^[A-Za-z0-9_-]{1,64}(?:\/[A-Za-z0-9_-]{1,64}){0,4}$/, { error: pathError })
    .prefault('transit')
    .meta({ description: 'Where the transit engine is mounted.' }),
  keys: keysOf(issuingAlgorithms, {
    form: /^[A-Za-z0-9][A-Za-z0-9_.-]{0,127}$/,
    error: allowed(
      'the name of a key in the transit engine',
      'Write it as `vault list transit/keys` shows it.',
    ),
  }).meta({ description: 'The name of a key there, by the algorithm that it signs with.' }),
}).meta({ description: 'The transit engine of the Vault that `secrets.vault` leads to.' });

const moduleError = allowed(
  'the whole path of a PKCS#11 library',
  'Write where its maker installs it, such as `/usr/lib/softhsm/libsofthsm2.so`.',
);
const tokenError = allowed(
  'the label of a token: 1 to 32 letters, digits, spaces, `_`, `.` and `-`, a letter or digit first',
  'Write it as `pkcs11-tool --module PATH --list-token-slots` shows it.',
);

const pkcs11Schema: z.ZodType<Pkcs11Signer, unknown> = strict({
  module: z
    .string({ error: moduleError })
    .regex(/^\/[\x21-\x7e]{1,1023}$/, { error: moduleError })
    .meta({ description: 'The PKCS#11 library of the module, with its whole path.' }),
  tokenLabel: z
    .string({ error: tokenError })
    .regex(/^[A-Za-z0-9][A-Za-z0-9 _.-]{0,31}$/, { error: tokenError })
    .meta({ description: 'The label of the token that keys are made on.' }),
  pin: secretReferenceSchema.meta({
    description: 'Where the PIN of its user is: a reference such as `file:PATH`. Read at the start.',
  }),
  keys: keysOf(pkcs11Algorithms, {
    form: /^[A-Za-z0-9][A-Za-z0-9 _.-]{0,63}$/,
    error: allowed(
      'the label of a key: 1 to 64 letters, digits, spaces, `_`, `.` and `-`, a letter or digit first',
      'Write a label such as `signet`.',
    ),
  }).meta({ description: 'The label that keys get there, by the algorithm that they sign with.' }),
}).meta({ description: 'A token of a hardware module, reached by `pkcs11-tool` of OpenSC.' });

const oneError = allowed('either `vault` or `pkcs11`', 'Keep the one where keys are to be made from now on.');

export const signerSchema: z.ZodType<SignerConfiguration, unknown> = strict({
  vault: vaultSchema.optional(),
  pkcs11: pkcs11Schema.optional(),
}).transform(({ vault, pkcs11 }, context) => {
  if (vault !== undefined && pkcs11 === undefined) return { vault };
  if (pkcs11 !== undefined && vault === undefined) return { pkcs11 };
  context.addIssue({ code: 'custom', message: oneError });
  return z.NEVER;
});

/** Whether it makes keys of this algorithm. */
export function hasKeyFor({ vault, pkcs11 }: SignerConfiguration, algorithm: IssuingAlgorithm): boolean {
  const keys: VaultSigner['keys'] = vault?.keys ?? pkcs11?.keys ?? {};
  return keys[algorithm] !== undefined;
}

function keysOf<Algorithm extends IssuingAlgorithm>(
  algorithms: readonly Algorithm[],
  { form, error }: { readonly form: RegExp; readonly error: string },
): z.ZodType<Partial<Readonly<Record<Algorithm, string>>>, unknown> {
  const example = allowed('names of keys by algorithm', 'Write `keys: { ES256: signet }`.');
  return z
    .partialRecord(choice<Algorithm>(algorithms), z.string({ error }).regex(form, { error }), {
      error: example,
    })
    .refine((keys) => Object.keys(keys).length > 0, {
      error: allowed('a key for at least one algorithm', 'Write `keys: { ES256: signet }`.'),
    });
}
