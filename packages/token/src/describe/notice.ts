/** Something about a token that a reader should know, beside any verdict. */
export interface Notice {
  readonly code:
    | 'unsigned'
    | 'duplicate-member'
    | 'milliseconds'
    | 'inexact-number'
    | 'no-expiry'
    | 'not-a-time';
  /** `refused` where every careful reader refuses the token for it. */
  readonly tone: 'refused' | 'warning';
  readonly member: string;
  readonly sentence: string;
  readonly fix: string;
  readonly rule: string;
}
