import type { Dissection, Finding } from '../../../parts/token-view/model/inspection.ts';
import type { KeyReading } from '../keys/key-reading.ts';
import type { SdJwtView } from './inside/read-inside.ts';
import type { KeyDescription } from './model/describe-keys.ts';
import type { DiagnosisState } from './model/diagnose.ts';
import type { Entry, EntryActions } from './model/entry.ts';
import type { Evaluation } from './model/evaluation.ts';
import type { SignatureCheck } from './model/signature-check.ts';
import type { VerdictSummary } from './model/summarise.ts';
import type { Held } from './profile/model/hold.ts';
import type { ProfileChoice } from './profile/use-profile-choice.ts';

/** What the debugger shows, and what can be done in it. */
export interface DebuggerState extends Entry, EntryActions {
  readonly empty: boolean;
  readonly evaluation: Evaluation;
  /** The time at which the token is judged, in milliseconds since 1970. */
  readonly now: number;
  /** With the payload, also where it came from beside the token or out of an encrypted one. */
  readonly dissection: Dissection;
  readonly keyReading: KeyReading;
  readonly check: SignatureCheck;
  readonly verdict: VerdictSummary;
  readonly profileChoice: ProfileChoice;
  readonly held: Held;
  readonly findings: readonly Finding[];
  /** What was advised before, as long as the advice on this token is on its way. */
  readonly pastAdvice?: readonly Finding[];
  readonly diagnosis: DiagnosisState;
  /** What the key is, once it has been looked at. */
  readonly keyDescription?: KeyDescription;
  /** The disclosures of an SD-JWT. */
  readonly sdJwt?: SdJwtView;
}
