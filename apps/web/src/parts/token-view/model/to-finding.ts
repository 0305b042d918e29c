import type { Refusal } from '@signet/token/verdict';
import type { Tone } from '../../../ui/verdict/tone.ts';
import type { Finding } from './inspection.ts';

/** A refusal in any vocabulary of codes as an entry of the list of findings. */
export function refusalToFinding(refusal: Refusal<string>, tone: Tone): Finding {
  const { code, sentence, expected, actual, fix, rule } = refusal;
  return {
    id: code,
    tone,
    sentence,
    ...(expected !== undefined && { expected }),
    ...(actual !== undefined && { actual }),
    ...(fix !== undefined && { fix }),
    ...(rule !== undefined && { rule }),
  };
}
