import type { AuditDeed } from '@signet/contracts';

/** APIs, roles and groups that were declared while Signet ran, as one document: what they say of each other fits together. */
export interface DeclarationStore {
  /** Version 0 where nothing was ever declared. */
  read(): Promise<StoredDeclarations>;
  /** Only while the kept version is `before`: of parallel writers one gets `true`. The deed is kept with it. */
  replace(document: string, before: number, deed?: AuditDeed): Promise<boolean>;
}

export interface StoredDeclarations {
  /** `DeclaredDocument` as JSON. */
  readonly document: string;
  readonly version: number;
}

/** Where nothing was ever declared. */
export const nothingDeclared: StoredDeclarations = {
  document: '{"apis":{},"roles":{},"groups":{}}',
  version: 0,
};
