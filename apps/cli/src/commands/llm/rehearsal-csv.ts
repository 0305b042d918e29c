import type { RehearsedCase, RehearsedSide } from '@signet/contracts';
import { csv } from './csv.ts';
import { moneyText } from './money-text.ts';

const sideTitles = ['model', 'milliseconds', 'cost', 'currency', 'input_tokens', 'output_tokens'];

export function rehearsalCsv(cases: readonly RehearsedCase[]): string {
  const titles = [
    ...['reference', 'verdict', 'findings', 'because', 'losses'],
    ...sideTitles.map((title) => `before_${title}`),
    ...sideTitles.map((title) => `after_${title}`),
  ];
  const rows = cases.map(({ reference, verdict, findings, because, failure, losses, before, after }) => [
    ...[reference, verdict, findings.join(' '), because ?? failure ?? '', losses.join(' | ')],
    ...cellsOf(before),
    ...cellsOf(after),
  ]);
  return csv([titles, ...rows]);
}

function cellsOf(side: RehearsedSide | undefined): readonly string[] {
  if (side === undefined) return sideTitles.map(() => '');
  const { provider, model, took, costMicros, currency = '', input, output } = side;
  return [
    `${provider}/${model}`,
    String(took),
    costMicros === undefined ? '' : moneyText(costMicros),
    currency,
    ...[input, output].map((tokens) => (tokens === undefined ? '' : String(tokens))),
  ];
}
