import type { z } from 'zod';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { moneySchema } from '../../fields/money.ts';
import { clientHeaderSchema } from './context-header.ts';
import type { RoutePrice } from './type.ts';

const priceShape = strict({
  call: moneySchema.exactOptional().meta({ description: 'What each call costs, such as `0.002 USD`.' }),
  most: moneySchema.exactOptional().meta({
    description: 'What a call may cost at most, where its answer says what it did; reserved before.',
  }),
  header: clientHeaderSchema.exactOptional().meta({
    description:
      'The header of the answer in which that stands, as a number such as `0.0125`; beside `most`.',
  }),
});

export const priceSchema: z.ZodType<RoutePrice, unknown> = priceShape
  .superRefine(checkPrice, evenIfPartsAreWrong)
  .transform(({ call, most, header }) => {
    const { micros, currency } = call ?? most ?? { micros: 0, currency: '' };
    return { micros, currency, ...(header === undefined ? {} : { header }) };
  });

function checkPrice(
  { call, most, header }: z.output<typeof priceShape>,
  context: z.core.$RefinementCtx,
): void {
  const isFixed = call !== undefined && most === undefined && header === undefined;
  const isSaid = call === undefined && most !== undefined && header !== undefined;
  if (isFixed || isSaid) return;
  const message = allowed(
    '`call` alone, or `most` with `header`',
    'Write `price: { call: 0.002 USD }`, or `price: { most: 0.05 USD, header: x-cost }`.',
  );
  context.addIssue({ code: 'custom', message });
}
