import { type DiagnosisCode, type DiagnosisFinding, diagnoseSignature } from '@signet/token/diagnose';
import { words } from '../words.ts';
import { findMend, type Mend, type Question } from './mend.ts';

/** Why the signature does not match, as far as trying can tell. */
export interface Diagnosis {
  /** How many combinations of key, algorithm, signature and text were tried. */
  readonly tried: number;
  /** Proven causes first. */
  readonly causes: readonly Cause[];
}

/** How far the search for a cause has come. */
export type DiagnosisState =
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'searching' }
  | { readonly kind: 'too-long' }
  | ({ readonly kind: 'done' } & Diagnosis);

export interface Cause extends Omit<DiagnosisFinding, 'code' | 'algorithm'> {
  readonly code: DiagnosisCode | 'other-reading';
  /** What the reader can have done about it here. */
  readonly mend?: Mend;
}

/** Longer tokens are hashed too often to be tried in every way. */
const longestToken = 256 * 1024;

/** Causes that lie in the key, so that another key text mends them. */
const inTheKey: readonly Cause['code'][] = [
  'secret-spelling',
  'kid-mismatch',
  'key-marked-otherwise',
  'other-reading',
];

/** Makes the usual mistakes one at a time. Undefined when aborted, or when the token is too long for it. */
export async function diagnose(question: Question, signal: AbortSignal): Promise<Diagnosis | undefined> {
  if (question.token.length > longestToken) return undefined;
  const { findings, tried, verifies } = await diagnoseSignature(question.token, question.key, {
    maxBytes: longestToken,
  });
  const causes: readonly Cause[] = verifies ? [otherReading()] : findings;
  const mend = signal.aborted ? undefined : await findMend(question, signal);
  return signal.aborted ? undefined : { tried, causes: causes.map((cause) => withMend(cause, mend, causes)) };
}

/** The button stands at the first cause that it mends. */
function withMend(cause: Cause, mend: Mend | undefined, causes: readonly Cause[]): Cause {
  const first = causes.find(({ code }) => inTheKey.includes(code));
  return mend && cause === first ? { ...cause, mend } : cause;
}

function otherReading(): Cause {
  return { code: 'other-reading', certainty: 'proven', ...words.diagnosis.otherReading };
}
