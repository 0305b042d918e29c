import { isLoopback } from '@signet/token/keys';
import type { z } from 'zod';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { duration } from '../../fields/quantity.ts';
import { nameSchema } from '../../fields/text.ts';
import { hookFailures, type TokenHookConfiguration } from './type.ts';

const defaults = { timeout: '500ms', onFailure: 'deny' } as const;

const urlSchema: z.ZodType<string, string> = addressSchema.refine(
  (text) => {
    const url = readAddress(text);
    return url === undefined || url.protocol === 'https:' || isLoopback(url);
  },
  {
    error: allowed(
      'an address with https, or on this machine',
      'Write it as `https://hooks.example/claims`: what it is told is of persons, and what it answers stands in tokens.',
    ),
  },
);

export const tokenHookSchema: z.ZodType<TokenHookConfiguration, unknown> = strict({
  url: urlSchema.meta({ description: 'Where a signed question is sent for each token.' }),
  timeout: duration({ least: '50ms', most: '5s', example: defaults.timeout })
    .prefault(defaults.timeout)
    .meta({ description: 'How long its whole answer may take.' }),
  onFailure: choice(hookFailures).prefault(defaults.onFailure).meta({
    description:
      'Where no answer of use comes: `deny` issues no token, `skip` issues it without what it would say.',
  }),
  apis: list(nameSchema, { least: 1, most: 64, of: 'APIs' })
    .exactOptional()
    .meta({ description: 'Names of APIs whose tokens it is asked for; all that are declared if left out.' }),
});
