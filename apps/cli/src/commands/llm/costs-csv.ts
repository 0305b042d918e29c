import type { CostOfValue } from '@signet/contracts';
import { moneyText } from './money-text.ts';

/** By RFC 4180. What is called by callers is never a formula of the spreadsheet that opens it. */
export function costsCsv(by: string, costs: readonly CostOfValue[]): string {
  const titles = [by, 'currency', 'cost', 'requests', 'input_tokens', 'output_tokens', 'unpriced_requests'];
  const rows = costs.map(({ value = '', currency, micros, requests, input, output, unpriced }) => [
    value,
    currency,
    moneyText(micros),
    ...[requests, input, output, unpriced].map(String),
  ]);
  return [titles, ...rows].map((row) => `${row.map(cellOf).join(',')}\r\n`).join('');
}

function cellOf(text: string): string {
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
