import type {
  AddedKind,
  AuditDeed,
  ModelProvidersAnswer,
  RemovedModelProviderAnswer,
  SetModelProviderAnswer,
  SetModelProviderRequest,
  TestModelProviderAnswer,
} from '@signet/contracts';

/** A provider of models as it is kept. */
export interface StoredModelProvider {
  readonly name: string;
  readonly kind: AddedKind;
  readonly url: string;
  /** The last four signs of its key, where it is long. */
  readonly keyEnds?: string;
  /** Milliseconds since the epoch. */
  readonly setAt: number;
  /** Its key, and whom it may be shown to. */
  readonly sealed: string;
}

/** A change appends its deed to the audit log in one transaction; what changed nothing appends nothing. */
export interface ModelProviderStore {
  /** In the order of the characters of their names. */
  list(): Promise<readonly StoredModelProvider[]>;
  /** Adds it, or puts it in the place of the one of that name. */
  set(provider: StoredModelProvider, deed?: AuditDeed): Promise<void>;
  /** `false` where there is none. */
  remove(name: string, deed?: AuditDeed): Promise<boolean>;
  /** `false`, and nothing is changed, where it is not sealed as `before` any more. */
  reseal(name: string, before: string, after: string): Promise<boolean>;
}

/** Seals what a provider is asked by, and opens it: under the name of that provider alone. */
export interface ModelProviderSealer {
  seal(plain: string, name: string): string;
  /** Rejects with `master_key_wrong`. */
  open(sealed: string, name: string): { readonly plain: string; readonly current: boolean };
}

/** Asks a provider for the list of its models. */
export type ListModelsOf = (provider: {
  readonly kind: AddedKind;
  readonly url: string;
  readonly key: string;
}) => Promise<TestModelProviderAnswer>;

/** The providers of models that were added by command. */
export interface ModelProviderAdministration {
  list(): Promise<ModelProvidersAnswer>;
  /** Rejects with `model_provider_refused`. */
  set(name: string, request: SetModelProviderRequest): Promise<SetModelProviderAnswer>;
  /** Rejects with `model_provider_unknown`. */
  remove(name: string): Promise<RemovedModelProviderAnswer>;
  /** Rejects with `model_provider_unknown`, `master_key_wrong`. */
  test(name: string): Promise<TestModelProviderAnswer>;
}
