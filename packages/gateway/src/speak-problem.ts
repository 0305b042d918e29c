import type { Problem } from '@signet/contracts';

/** A refusal in the words of another protocol: its content type and its body. */
export type SpeakProblem = (problem: Problem) => {
  readonly type: string;
  readonly body: string;
  /** Of HTTP, where it is another one in that protocol. */
  readonly status?: number;
};
