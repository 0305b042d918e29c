import type { CostOfValue } from '@signet/contracts';
import { csv } from './csv.ts';
import { moneyText } from './money-text.ts';

export function costsCsv(by: string, costs: readonly CostOfValue[]): string {
  const titles = [by, 'currency', 'cost', 'requests', 'input_tokens', 'output_tokens', 'unpriced_requests'];
  const rows = costs.map(({ value = '', currency, micros, requests, input, output, unpriced }) => [
    value,
    currency,
    moneyText(micros),
    ...[requests, input, output, unpriced].map(String),
  ]);
  return csv([titles, ...rows]);
}
