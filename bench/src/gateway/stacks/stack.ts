import type { Command } from '@signet/testing/processes';
import type { Site } from '../site.ts';
import type { Algorithm } from '../tokens.ts';

/** One way to put a gateway in front of an API. */
export interface Stack {
  /** As in the results; never changes. */
  readonly name: string;
  /** What it is, for the reader of the table. */
  readonly title: string;
  /** False only for the plain proxy that shows what forwarding alone costs. */
  readonly checksTokens: boolean;
  /** Program that has to be installed; absent for what comes with this repository. */
  readonly needs?: string;
  /** What the tokens that it gets are signed with; RS256 unless said. */
  readonly algorithm?: Algorithm;
  /** Each token is seen once, so that nothing can be remembered of it; else a thousand take turns. */
  readonly cold?: boolean;
  /** Different tokens that it lets through before it is measured, beside those that it is measured with. */
  readonly seenBefore?: number;
  /** Writes the stack's configuration and says how to start it. `program` is where `needs` was found. */
  prepare(site: Site, program: string): Promise<Command>;
}
