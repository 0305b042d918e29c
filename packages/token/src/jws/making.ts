import type { Refusal } from '../verdict/verdict.ts';
import type { InspectionCode } from './inspection-keys.ts';

/** A token that was made on the workbench, or why none was. Made is not verified: nobody asked for that yet. */
export type Making =
  | {
      readonly kind: 'made';
      /** The compact serialisation, or a JSON serialisation as text. */
      readonly token: string;
      /** What a careful verifier will not let through. */
      readonly warnings: readonly string[];
    }
  | { readonly kind: 'refused'; readonly refusal: Refusal<InspectionCode> };

export function made(token: string, warnings: readonly string[]): Making {
  return { kind: 'made', token, warnings };
}

export function notMade(refusal: Refusal<InspectionCode>): Extract<Making, { kind: 'refused' }> {
  return { kind: 'refused', refusal };
}
