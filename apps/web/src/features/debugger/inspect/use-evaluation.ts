import { useState } from 'react';
import { useNow } from '../../../ui/moment/use-now.ts';
import type { Evaluation } from './model/evaluation.ts';

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
