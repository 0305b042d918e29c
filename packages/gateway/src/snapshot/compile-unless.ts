import { type Condition, readCondition } from '@signet/conditions';
import { refusal, SignetError } from '@signet/contracts';

/** The condition under which a guard does not look. @throws SignetError for one that cannot be read */
export function compileUnless(
  text: string,
  { guard, route }: { readonly guard: string; readonly route: string },
): Condition {
  const reading = readCondition(guard, text);
  if (reading.ok) return reading.value;
  const { reason } = reading;
  throw new SignetError(refusal('configuration_invalid.condition', { route, name: guard, reason }));
}
