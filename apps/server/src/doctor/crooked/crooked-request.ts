import type { Sample } from '../sample.ts';

/** A request that somebody could send who means no good, and what is to come of it. */
export interface CrookedRequest {
  /** Stable, for programs. */
  readonly id: string;
  /** In words. */
  readonly sent: string;
  /** Whether it may reach the upstream at all; `cleaned`: it may, without its mark. */
  readonly wanted: 'refused' | 'cleaned';
  /** What must not stand in any header that reaches the upstream. */
  readonly mark?: string;
  /** The setting by which the file lets it through all the same. */
  readonly allowedBy?: string;
  /** It brings, or leaves out, what proves who calls; all others are proven as usual. */
  readonly unproven?: true;
  write(sample: Sample): string | Promise<string>;
}
