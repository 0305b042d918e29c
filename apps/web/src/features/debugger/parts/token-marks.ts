import type { ParsedToken, SegmentRole } from '@signet/token';
import type { Mark } from '../../../ui/editor/marks.ts';

/** An encrypted token has more parts than hues: its ciphertext stands where the payload would. */
export const hues: Readonly<Record<SegmentRole, 'header' | 'payload' | 'signature'>> = {
  header: 'header',
  payload: 'payload',
  signature: 'signature',
  'encrypted-key': 'signature',
  'initialisation-vector': 'signature',
  ciphertext: 'payload',
  'authentication-tag': 'signature',
  surplus: 'signature',
};

/** Places count from the token's first character, so there are none while other text stands around it. */
export function marksOf({ segments, problems, token }: ParsedToken, shown: string): readonly Mark[] {
  if (token !== shown) return [];
  const parts = segments.map(({ start, end, role }): Mark => ({ from: start, to: end, look: hues[role] }));
  const dots = segments.slice(1).map(({ start }): Mark => ({ from: start - 1, to: start, look: 'dot' }));
  const faults = problems.filter(({ layer }) => layer !== 'token');
  return [
    ...parts,
    ...dots,
    ...faults.map(({ start, end }): Mark => ({ from: start, to: end, look: 'fault' })),
  ];
}
