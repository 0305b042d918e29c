/** What a person shows once more before it is changed how they sign in, or how they are reached. */
export interface Proof {
  readonly password: string;
  /** Of whoever has a second factor. */
  readonly code?: string;
}
