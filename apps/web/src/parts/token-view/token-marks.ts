import type { ParsedToken, SegmentRole } from '@signet/token/parse';
import type { Mark } from '../../ui/editor/marks.ts';
import { takeApart } from './model/dissect.ts';

/** An encrypted token has more parts than hues: its ciphertext stands where the payload would. */
export const hues: Readonly<Record<SegmentRole, 'header' | 'payload' | 'signature'>> = {
  header: 'header',
  payload: 'payload',
  signature: 'signature',
  'encrypted-key': 'signature',
  'initialisation-vector': 'signature',
  ciphertext: 'payload',
  'authentication-tag': 'signature',
  'unprotected-header': 'header',
  'additional-data': 'payload',
  surplus: 'signature',
};

/** The parts of a token in their hues, and what is wrong in it; of several signatures that of `entry`. */
export function markToken(text: string, entry: number = 0): readonly Mark[] {
  const parsed = takeApart(text, entry);
  // Places count from the token's first character, so there are none while other text stands around it.
  return parsed.token + (parsed.tail ?? '') === text ? marksOf(parsed) : [];
}

function marksOf({ segments, problems, token, tail = '', form }: ParsedToken): readonly Mark[] {
  const parts = segments.map(({ start, end, role }): Mark => ({ from: start, to: end, look: hues[role] }));
  const dots = form === 'json' ? [] : segments.slice(1).map(({ start }) => dot(start - 1));
  const faults = problems
    .filter(({ layer }) => layer !== 'token')
    .map(({ start, end }): Mark => ({ from: start, to: end, look: 'fault' }));
  return [...parts, ...dots, ...faults, ...tailMarks(tail, token.length)];
}

/** Disclosures are claims that were taken out of the payload, so they have its hue. */
function tailMarks(tail: string, offset: number): readonly Mark[] {
  return [...tail.matchAll(/~([^~]*)/g)].flatMap(({ index, 1: disclosure = '' }): readonly Mark[] => {
    const at = offset + index;
    const end = at + 1 + disclosure.length;
    return [dot(at), { from: at + 1, to: end, look: disclosure.includes('.') ? 'signature' : 'payload' }];
  });
}

function dot(at: number): Mark {
  return { from: at, to: at + 1, look: 'dot' };
}
