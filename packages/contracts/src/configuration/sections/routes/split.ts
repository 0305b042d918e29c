import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { type ClaimPath, parseClaimPath } from '../../fields/claim-path.ts';
import { list } from '../../fields/list.ts';
import { share } from '../../fields/quantity.ts';
import { nameSchema } from '../../fields/text.ts';
import { contextHeaderFault } from './context-header.ts';
import type { SplitCondition, SplitConfiguration } from './type.ts';

const byMessage = allowed('`address`, or a claim such as `claims.sub`', 'Write who stays at one upstream.');

const bySchema: z.ZodType<'address' | ClaimPath, string> = z
  .string({ error: byMessage })
  .refine((text) => text === 'address' || parseClaimPath(text) !== undefined, { error: byMessage })
  .transform((text) => parseClaimPath(text) ?? ('address' as const));

const toMessage = allowed(
  '1 to 8 names of upstreams with shares, together at most 100%',
  'Write lines such as `orders-next: 5%`; the rest goes to `upstream`.',
);

const whoseMessage = allowed(
  'a header such as `headers.x-canary` in lower case, or a claim such as `claims.tier`',
  'Write what is looked at.',
);

const valueMessage = allowed('a text of 1 to 256 characters', "Write the one value, such as `is: 'yes'`.");

const conditionSchema: z.ZodType<SplitCondition, unknown> = strict({
  by: z
    .string({ error: whoseMessage })
    .transform((text, context) => {
      const whose = readWhose(text);
      if (whose !== undefined) return whose;
      context.addIssue({ code: 'custom', message: whoseMessage });
      return z.NEVER;
    })
    .meta({ description: 'A header as `headers.x-canary`, or a claim as `claims.tier`.' }),
  is: z
    .string({ error: valueMessage })
    .regex(/^[^\p{Cc}]{1,256}$/u, { error: valueMessage })
    .meta({ description: 'The value that it must have, exactly, and once.' }),
  to: nameSchema.meta({ description: 'The upstream where these go.' }),
}).transform(({ by, is, to }): SplitCondition => ({ ...by, is, to }));

function readWhose(text: string) {
  const [, name] = /^headers\.([a-z0-9][a-z0-9-]{0,63})$/.exec(text) ?? [];
  if (name !== undefined)
    return contextHeaderFault(name) === undefined ? ({ kind: 'header', name } as const) : undefined;
  const claim = parseClaimPath(text);
  return claim === undefined ? undefined : ({ kind: 'claim', claim } as const);
}

/** Every other upstream that a route may send to. */
export function splitTargets(split: SplitConfiguration | undefined): readonly string[] {
  if (split === undefined) return [];
  return [...new Set([...(split.when ?? []).map(({ to }) => to), ...Object.keys(split.to)])];
}

/** Of a verified token, which a public route has none of. */
export function asksClaims({ when = [] }: SplitConfiguration): boolean {
  return when.some(({ kind }) => kind === 'claim');
}

const splitMessage = allowed('`to`, `when`, or both', 'Say who goes where.');

export const splitSchema: z.ZodType<SplitConfiguration, unknown> = strict({
  when: list(conditionSchema, { least: 1, most: 16, of: 'conditions' }).exactOptional().meta({
    description: 'Asked before the shares, in this order: who meets one goes where it says.',
  }),
  to: z
    .record(nameSchema, share({ example: '5%' }), { error: toMessage })
    .refine(isWithinWhole, { error: toMessage })
    .optional()
    .meta({ description: 'Which share of the callers goes to which other upstream, by name.' }),
  by: bySchema.prefault('address').meta({
    description: 'Who stays at one upstream: each `address`, or each value of a claim.',
  }),
}).transform(({ when, to, by }, context) => {
  if (when === undefined && to === undefined) context.addIssue({ code: 'custom', message: splitMessage });
  return { ...(when === undefined ? {} : { when }), to: to ?? {}, by };
});

function isWithinWhole(to: Readonly<Record<string, number>>): boolean {
  const shares = Object.values(to);
  const percent = shares.reduce((sum, one) => sum + Math.round(one * 100), 0);
  return shares.length > 0 && shares.length <= 8 && percent <= 100;
}
