import { readKey } from '@signet/token/keys';

/** Where the keys are, where somebody pasted their address or a discovery document in the place of a key. */
export function addressInKey(text: string): string | undefined {
  if (text === '') return undefined;
  const reading = readKey(text);
  return reading.kind === 'refused' && reading.refusal.code === 'key_elsewhere'
    ? reading.refusal.actual
    : undefined;
}
