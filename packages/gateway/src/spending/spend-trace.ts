import type { StepFacts } from '@signet/contracts';
import type { Amounts, PageState } from '../ports/index.ts';

/** What is known of the budgets of a request: told once for each reservation, and filled in when it is closed. */
export interface SpendTrace {
  readonly step: 'limit';
  readonly most: Amounts;
  readonly currency: string;
  /** Undefined until they have let it pass; none where no budget counts it. */
  pages: readonly PageState[] | undefined;
  /** Undefined as long as it is open, or where nobody could write it down. */
  booked: Amounts | undefined;
}

const mostText = 1_024;

export function spendFacts({ most, currency, pages, booked }: SpendTrace): StepFacts {
  if (pages === undefined) return {};
  const left = pages.map((page) => `${page.budget} ${amountText(page.left, page.counts, currency)}`);
  return {
    mostSpent: amountsText(most, currency),
    ...(left.length === 0 ? {} : { budgets: left.join(', ').slice(0, mostText) }),
    ...(booked === undefined ? {} : { booked: amountsText(booked, currency) }),
  };
}

/** Empty for nothing. */
function amountsText({ micros, tokens }: Amounts, currency: string): string {
  const parts = [
    ...(micros === 0 ? [] : [amountText(micros, 'micros', currency)]),
    ...(tokens === 0 ? [] : [amountText(tokens, 'tokens', currency)]),
  ];
  return parts.join(', ');
}

function amountText(amount: number, counts: keyof Amounts, currency: string): string {
  return `${amountIn(amount, counts)} ${unitOf(counts, currency)}`;
}

export function amountIn(amount: number, counts: keyof Amounts): string {
  return counts === 'micros' ? (amount / 1_000_000).toFixed(6) : String(amount);
}

export function unitOf(counts: keyof Amounts, currency: string): string {
  return counts === 'micros' ? currency : 'tokens';
}
