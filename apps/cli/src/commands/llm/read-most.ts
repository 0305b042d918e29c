import { usageFailure } from '../../failure.ts';

export interface Most {
  /** Millionths. */
  readonly most: number;
  readonly currency: string;
}

const usual: Most = { most: 1_000_000, currency: 'USD' };
const mostWhole = 1_000_000;

/** `5 USD`, in one word or two; nothing said is one dollar. */
export function readMost(words: readonly string[] | undefined): Most {
  if (words === undefined) return usual;
  const text = words.join(' ');
  const [, whole = '', decimals = '', currency = ''] =
    /^(\d{1,7})(?:\.(\d{1,6}))? ?([A-Z]{3})$/.exec(text) ?? [];
  const most = Number(whole) * 1_000_000 + Number(decimals.padEnd(6, '0'));
  if (currency !== '' && most > 0 && Number(whole) <= mostWhole) return { most, currency };
  throw usageFailure({
    sentence: 'This is no amount of money.',
    expected: 'an amount with its currency, of 1000000 at most, such as 5 USD or 0.50 EUR',
    actual: text.slice(0, 40),
    fix: 'Write `--most 5 USD`.',
  });
}
