import { useState } from 'react';
import { useNow } from '../../../ui/moment/use-now.ts';

/** The time at which the token is judged. */
export interface Evaluation {
  /** Milliseconds since 1970: the chosen time, else now. */
  readonly now: number;
  readonly chosen: number | undefined;
  /** By how much clocks may differ, in seconds. */
  readonly skew: number;
  /** Milliseconds since 1970; undefined for now. */
  readonly choose: (at: number | undefined) => void;
  readonly setSkew: (seconds: number) => void;
}

/**
 * Time goes on by itself until the reader chooses another.
 * @param start a chosen time to begin with, in milliseconds since 1970
 */
export function useEvaluation(start: number | undefined): Evaluation {
  const present = useNow();
  const [chosen, choose] = useState(start);
  const [skew, setSkew] = useState(0);
  return { now: chosen ?? present, chosen, skew, choose, setSkew };
}
