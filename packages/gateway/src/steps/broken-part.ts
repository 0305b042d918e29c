import type { Condition } from '@signet/conditions';
import type { SignetRefusal } from '@signet/contracts';

/** The words of the condition's part that a refusal names; they are the operator's, and not for the caller. */
export function brokenPart(
  { code, values }: SignetRefusal,
  conditions: readonly Condition[],
): string | undefined {
  if (code !== 'condition_not_met') return undefined;
  const condition = conditions.find(({ name }) => name === values?.['name']);
  return condition?.parts[Number(values?.['part']) - 1];
}
