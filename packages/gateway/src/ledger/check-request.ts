import type { Amounts, Labels, LedgerRequest, Settlement } from '../ports/ledger.ts';
import { mostAmount } from './amounts.ts';
import { pageName } from './page-room.ts';

const mostPages = 16;
const mostLabels = 32;
const longest = { id: 128, key: 64, budget: 128, labelValue: 256 } as const;
const longestLease = 86_400_000;

/** @throws RangeError for what no ledger could keep: a mistake of the gateway, never of a caller */
export function checkLedgerRequest(request: LedgerRequest): void {
  const { id, pages, most, currency, leaseFor, labels } = request;
  checkText(id, longest.id, 'id');
  checkAmounts(most);
  if (!/^[A-Z]{3}$/.test(currency)) throw new RangeError('A currency has three capital letters.');
  if (!Number.isSafeInteger(leaseFor) || leaseFor < 0 || leaseFor > longestLease)
    throw new RangeError('A lease is a whole number of milliseconds, of one day at most.');
  if (pages.length > mostPages) throw new RangeError(`More than ${mostPages} budgets count one request.`);
  if (new Set(pages.map(pageName)).size < pages.length)
    throw new RangeError('One budget counts a request twice.');
  for (const { key, budget, endsAt, limit } of pages) {
    checkText(key, longest.key, 'key');
    checkText(budget, longest.budget, 'budget');
    checkAmount(endsAt, Number.MAX_SAFE_INTEGER);
    checkAmount(limit, mostAmount);
  }
  checkLabels(labels);
}

/** @throws RangeError as above */
export function checkSettlement({ cost, usage, labels }: Settlement): void {
  if (cost !== 'as-reserved') checkAmounts(cost);
  checkAmount(usage.input, mostAmount);
  checkAmount(usage.output, mostAmount);
  if (labels !== undefined) checkLabels(labels);
}

/** So that a database reads it in a path of JSON, whatever stands in it. */
const labelName = /^[A-Za-z][\w.:-]{0,63}$/;

/** @throws RangeError for what is no name of a label */
export function checkLabelName(name: string): void {
  if (!labelName.test(name)) throw new RangeError('A label has a name of letters, digits and . : _ -');
}

function checkLabels(labels: Labels): void {
  const named = Object.entries(labels);
  if (named.length > mostLabels) throw new RangeError(`More than ${mostLabels} labels.`);
  for (const [name, value] of named) {
    checkLabelName(name);
    // PostgreSQL keeps no NUL, and no half of a character.
    if (value.length > longest.labelValue || value.includes('\0') || !value.isWellFormed())
      throw new RangeError(`The label ${name} is no text of at most ${longest.labelValue} characters.`);
  }
}

function checkAmounts({ micros, tokens }: Amounts): void {
  checkAmount(micros, mostAmount);
  checkAmount(tokens, mostAmount);
}

function checkAmount(amount: number, most: number): void {
  if (!Number.isSafeInteger(amount) || amount < 0 || amount > most)
    throw new RangeError(`Amounts are whole numbers up to ${most}; got ${amount}.`);
}

function checkText(text: string, most: number, what: string): void {
  if (text === '' || text.length > most || text.includes('\0') || !text.isWellFormed())
    throw new RangeError(`The ${what} is no text of 1 to ${most} characters.`);
}
