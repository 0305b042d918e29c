import type {
  Declaration,
  DeclarationAnswer,
  DeclarationKind,
  DeclarationsAnswer,
  DeclarationsQuery,
} from '@signet/contracts';

/** APIs, roles and groups, as an administrator may declare them; wired by the composition root. */
export interface DeclarationAdministration {
  list(kind: DeclarationKind, query: DeclarationsQuery): Promise<DeclarationsAnswer>;
  show(kind: DeclarationKind, name: string): Promise<DeclarationAnswer>;
  add(kind: DeclarationKind, name: string, declaration: Declaration): Promise<DeclarationAnswer>;
  change(
    kind: DeclarationKind,
    name: string,
    ifMatch: string,
    declaration: Declaration,
  ): Promise<DeclarationAnswer>;
  remove(kind: DeclarationKind, name: string): Promise<{ readonly name: string }>;
}
