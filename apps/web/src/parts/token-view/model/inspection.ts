import type { DescribedToken } from '@signet/token/describe';
import type { ParsedToken, Segment } from '@signet/token/parse';
import type { Tone } from '../../../ui/verdict/tone.ts';

/** Something the reader should know, with what to do about it. */
export interface Finding {
  readonly id: string;
  /** A note is good to know, and nothing to mend. */
  readonly tone: Tone | 'note';
  /** A warning that comes before the others. */
  readonly isGrave?: boolean;
  readonly sentence: string;
  /** Where in the token it lies. */
  readonly place?: string;
  readonly expected?: string;
  readonly actual?: string;
  readonly fix?: string;
  readonly rule?: string;
}

/** The pasted text, taken apart and explained. Known at once, without any key; nothing in it is verified. */
export interface Dissection {
  readonly parsed: ParsedToken;
  readonly described: DescribedToken;
  readonly header: Segment | undefined;
  readonly payload: Segment | undefined;
  /** The token that the payload is, where tokens are nested (RFC 7519 appendix A.2). */
  readonly nested?: string;
  readonly findings: readonly Finding[];
}
