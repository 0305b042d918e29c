import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import type { BrandConfiguration } from './type.ts';

const nameError = allowed(
  'a name of 1 to 40 characters in one line',
  'Write what people know you by, such as `Acme`.',
);
const colourError = allowed(
  'a colour as `#` and six hexadecimal digits',
  'Write it in quotes, such as `"#0b57b7"`; a `#` without quotes begins a comment.',
);
const logoError = allowed(
  'the path of a picture that ends in `.svg`, `.png` or `.webp`',
  'Write where the file is, from the folder of this one, such as `logo.svg`.',
);

export const brandSchema: z.ZodType<BrandConfiguration, unknown> = strict({
  name: z
    .string({ error: nameError })
    .regex(/^[^\p{C}\p{Zl}\p{Zp}]{1,40}$/u, { error: nameError })
    .optional()
    .meta({ description: 'What people know you by; in place of “Signet” on the screens and in mails.' }),
  logo: z
    .string({ error: logoError })
    .regex(/^[^\0]{1,4000}\.(?:svg|png|webp)$/i, { error: logoError })
    .optional()
    .meta({ description: 'A picture beside the name, at most 64 KiB, shown 20 pixels high.' }),
  colour: z
    .string({ error: colourError })
    .regex(/^#[0-9a-f]{6}$/i, { error: colourError })
    .transform((colour) => colour.toLowerCase())
    .optional()
    .meta({ description: 'Of what people press; made lighter or darker where it could not be seen.' }),
});
