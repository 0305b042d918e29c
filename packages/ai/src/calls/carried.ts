import type { Sealed } from '../model/protocol.ts';

/** What was thought before a call, and is sealed. */
export interface CarriedThought {
  readonly text: string;
  readonly sealed: Sealed;
  readonly redacted?: boolean;
}

/** What must come back with a call, and travels in its id: of all that a client is given, that alone is never dropped. */
export interface Carried {
  /** As its provider gave it. */
  readonly id: string;
  /** Over the call itself. */
  readonly sealed?: Sealed;
  readonly thoughts: readonly CarriedThought[];
}
