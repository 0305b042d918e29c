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
