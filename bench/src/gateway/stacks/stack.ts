import type { Command } from '@signet/testing/processes';
import type { Site } from '../site.ts';

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
  /** Writes the stack's configuration and says how to start it. `program` is where `needs` was found. */
  prepare(site: Site, program: string): Promise<Command>;
}
