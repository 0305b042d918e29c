import { z } from 'zod';
import { allowed } from './allowed.ts';

/** An amount in millionths of its currency: a whole number, so that sums are exact. */
export interface Money {
  readonly micros: number;
  readonly currency: string;
}

const moneyPattern = /^([0-9]{1,9})(?:\.([0-9]{1,6}))? ([A-Z]{3})$/;

const moneyMessage = allowed(
  'an amount above zero, with at most six decimals, and its currency',
  'Write it as `0.002 USD`.',
);

/** `0.002 USD` → 2000 millionths of a dollar; `undefined` for anything else, and for nothing. */
export function parseMoney(text: string): Money | undefined {
  const [, units = '', decimals = '', currency = ''] = moneyPattern.exec(text) ?? [];
  const micros = Number(units) * 1_000_000 + Number(decimals.padEnd(6, '0'));
  return currency === '' || micros === 0 ? undefined : { micros, currency };
}

export const moneySchema: z.ZodType<Money, string> = z
  .string({ error: moneyMessage })
  .refine((text) => parseMoney(text) !== undefined, { error: moneyMessage })
  .transform((text) => parseMoney(text) ?? { micros: 0, currency: '' });
