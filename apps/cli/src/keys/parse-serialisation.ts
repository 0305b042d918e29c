import { type Serialisation, serialisations } from '@signet/token/serialisation';
import { usageFailure } from '../failure.ts';

/** @throws CommandFailure for a name that is none of the three */
export function parseSerialisation(text: string): Serialisation {
  const form = serialisations.find((known) => known === text);
  if (form !== undefined) return form;
  throw usageFailure({
    sentence: 'This is no way that tokens are written in.',
    expected: `one of ${serialisations.join(', ')}`,
    actual: text.slice(0, 40),
    fix: 'Choose one of them.',
  });
}
