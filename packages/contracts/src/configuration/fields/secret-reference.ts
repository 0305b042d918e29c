import { z } from 'zod';
import { allowed } from './allowed.ts';

/** Where a secret is, said in `signet.yaml` in place of the secret. Whoever starts Signet reads it there. */
export type SecretReference =
  | { readonly kind: 'env'; readonly name: string }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'exec'; readonly command: string }
  | { readonly kind: 'literal'; readonly secret: LiteralSecret };

/** A secret that stands in the file as it is. It is told to nobody who prints, logs or sends the configuration. */
export class LiteralSecret {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  reveal(): string {
    return this.#text;
  }

  toJSON(): string {
    return 'a secret, not shown';
  }
}

const error = allowed(
  '`env:NAME`, `file:PATH` or `exec:COMMAND`',
  'Write where the secret is, such as `file:/etc/signet/master.key`, and not the secret itself.',
);

export const secretReferenceSchema: z.ZodType<SecretReference, string> = z
  .string({ error })
  .min(1, { error })
  .max(4096, { error })
  .refine((text) => readReference(text) !== undefined, { error })
  .transform((text) => readReference(text) ?? { kind: 'literal', secret: new LiteralSecret(text) });

/** `undefined` for what begins like a reference and is none: it must not pass for a secret. */
function readReference(text: string): SecretReference | undefined {
  const [, scheme, rest = ''] = /^(env|file|exec):(.*)$/s.exec(text) ?? [];
  switch (scheme) {
    case 'env':
      return /^[A-Za-z_][A-Za-z0-9_]*$/.test(rest) ? { kind: 'env', name: rest } : undefined;
    case 'file':
      return rest.trim() === '' || rest.includes('\0') ? undefined : { kind: 'file', path: rest };
    case 'exec':
      return rest.trim() === '' || rest.includes('\0') ? undefined : { kind: 'exec', command: rest.trim() };
    default:
      return { kind: 'literal', secret: new LiteralSecret(text) };
  }
}
