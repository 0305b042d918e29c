import type {
  KeptCall,
  KeptCallsAnswer,
  KeptCallsQuery,
  PurgeKeptCallsAnswer,
  PurgeKeptCallsRequest,
  RehearsedCase,
  RehearseRequest,
} from '@signet/contracts';

/** Tries another model with calls that were kept, as an administrator may. */
export interface RehearsalAdministration {
  list(query: KeptCallsQuery): Promise<KeptCallsAnswer>;
  /** Of a route, whether it keeps any today or not. */
  purge(request: PurgeKeptCallsRequest): Promise<PurgeKeptCallsAnswer>;
  /** Rejects with `model_unknown`. */
  rehearse(request: RehearseRequest): Promise<RehearsedCase>;
}

/** Asks another model what a kept call asked; undefined where there is no such model. */
export type AskOtherModel = (kept: KeptCall, request: RehearseRequest) => Promise<RehearsedCase | undefined>;
