import { refusal, SignetError } from '@signet/contracts';
import { createSealer, type Sealer, type SealerParts } from './key-sealer.ts';

/** Seals what providers of models are asked by, each under its name. */
export function createModelProviderSealer(parts: SealerParts): Sealer<string> {
  const refuse = (name: string) => new SignetError(refusal('master_key_wrong.model_provider', { name }));
  return createSealer(parts, {
    purpose: 'signet model provider sealing',
    label: 'signet model provider',
    otherKey: refuse,
    otherIssuer: refuse,
  });
}
