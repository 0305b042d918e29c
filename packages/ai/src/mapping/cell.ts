import type { Fate } from '../model/loss.ts';
import type { AnswerFeature, Feature, RequestFeature } from './feature.ts';

/** How one protocol says a feature: as it is, or not so. */
export type Cell = Carried | Fated;

export interface Carried {
  readonly how: 'carried';
  /** Where it stands in this protocol, which is also the path that a report names. */
  readonly as: string;
}

export interface Fated {
  readonly how: Fate;
  /** Where it stands in this protocol, as far as it has a place. */
  readonly as?: string;
  /** Which models or versions alone it is true of; elsewhere it is carried. */
  readonly when?: string;
  /** A sentence without a full stop, for the caller. */
  readonly reason: string;
}

/** All that one protocol says of all features. */
export interface Column {
  readonly request: Readonly<Record<RequestFeature, Cell>>;
  readonly answer: Readonly<Record<AnswerFeature, Cell>>;
}

export function cellOf(column: Column, feature: Feature): Cell {
  return feature in column.request
    ? column.request[feature as RequestFeature]
    : column.answer[feature as AnswerFeature];
}

export const carried = (as: string): Carried => ({ how: 'carried', as });
export const dropped = (reason: string): Fated => ({ how: 'dropped', reason });
export const clamped = (as: string, reason: string): Fated => ({ how: 'clamped', as, reason });
export const emulated = (as: string, reason: string): Fated => ({ how: 'emulated', as, reason });
export const moved = (as: string, reason: string): Fated => ({ how: 'moved', as, reason });

/** True of some models or versions alone. */
export const only = (when: string, cell: Fated): Fated => ({ ...cell, when });
