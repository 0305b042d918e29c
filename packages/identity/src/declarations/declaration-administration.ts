import { createHash } from 'node:crypto';
import {
  type AuditAction,
  type Declaration,
  type DeclarationAnswer,
  type DeclarationKind,
  type DeclarationsAnswer,
  type DeclarationsQuery,
  type DeclaredDocument,
  type DeclaredRights,
  problemOfChange,
  refusal,
  SignetError,
  sectionOf,
  writeDeclared,
} from '@signet/contracts';
import type { Audit } from '../audit/audit.ts';
import type { DeclarationStore, StoredDeclarations } from '../ports/index.ts';
import { type Declarations, documentOf } from './declarations.ts';

/**
 * APIs, roles and groups, as an administrator may declare them while Signet runs: in the words of `signet.yaml` and by its
 * checks. What does not exist is refused with `declaration_unknown`, what stands in the configuration with
 * `declaration_configured`, what does not fit with `declaration_invalid`.
 */
export interface DeclarationAdministration {
  list(kind: DeclarationKind, query: DeclarationsQuery): Promise<DeclarationsAnswer>;
  show(kind: DeclarationKind, name: string): Promise<DeclarationAnswer>;
  /** Rejects with `declaration_exists`. */
  add(kind: DeclarationKind, name: string, declaration: Declaration): Promise<DeclarationAnswer>;
  /** Rejects with `declaration_changed`. */
  change(
    kind: DeclarationKind,
    name: string,
    ifMatch: string,
    declaration: Declaration,
  ): Promise<DeclarationAnswer>;
  remove(kind: DeclarationKind, name: string): Promise<{ readonly name: string }>;
}

export interface DeclarationAdministrationParts {
  readonly configured: () => DeclaredRights;
  readonly store: DeclarationStore;
  readonly declarations: Pick<Declarations, 'readAgain'>;
  readonly audit: Audit;
}

/** Everything is read for each token of an API, and checked as a whole for each change. */
const mostOfKind = 500;
const mostBytes = 524_288;

type Change = 'added' | 'changed' | 'removed';

export function createDeclarationAdministration(
  parts: DeclarationAdministrationParts,
): DeclarationAdministration {
  const { store } = parts;
  const configured = (kind: DeclarationKind) => writeDeclared(parts.configured())[sectionOf[kind]];

  /** One of the configuration is not changed here, whatever is stored under its name. */
  async function storedAs(kind: DeclarationKind, name: string) {
    if (Object.hasOwn(configured(kind), name)) throw refused('declaration_configured', kind, name);
    const stored = await store.read();
    const before = entryOf(documentOf(stored.document), kind, name);
    if (before === undefined) throw refused('declaration_unknown', kind, name);
    return { stored, before };
  }

  async function put(
    kind: DeclarationKind,
    name: string,
    declaration: Declaration | undefined,
    { stored, change }: { readonly stored: StoredDeclarations; readonly change: Change },
  ): Promise<void> {
    const before = documentOf(stored.document);
    const after = withEntry(before, kind, name, declaration);
    const text = JSON.stringify(after);
    refuseTooMuch(after, kind, text);
    refuseMisfit(before, after, writeDeclared(parts.configured()));
    const deed = parts.audit.deed(`declaration.${change}` satisfies AuditAction, {
      target: { kind: 'declaration', id: `${kind}:${name}` },
      details: { kind, name },
    });
    if (!(await store.replace(text, stored.version, deed))) {
      throw new SignetError(refusal('declaration_changed'));
    }
    await parts.declarations.readAgain();
  }

  return {
    async list(kind, { limit, after }) {
      const stored = documentOf((await store.read()).document)[sectionOf[kind]];
      const ofFile = configured(kind);
      const names = [...new Set([...Object.keys(ofFile), ...Object.keys(stored)])].sort();
      const page = names.filter((name) => after === undefined || name > after).slice(0, limit + 1);
      const declarations = page.slice(0, limit).map((name) => answerOf(name, ofFile[name], stored[name]));
      const last = declarations.at(-1);
      return page.length > limit && last !== undefined ? { declarations, next: last.name } : { declarations };
    },
    async show(kind, name) {
      const stored = entryOf(documentOf((await store.read()).document), kind, name);
      const ofFile = Object.hasOwn(configured(kind), name) ? configured(kind)[name] : undefined;
      if (ofFile === undefined && stored === undefined) throw refused('declaration_unknown', kind, name);
      return answerOf(name, ofFile, stored);
    },
    async add(kind, name, declaration) {
      const stored = await store.read();
      const taken =
        Object.hasOwn(configured(kind), name) ||
        entryOf(documentOf(stored.document), kind, name) !== undefined;
      if (taken) throw refused('declaration_exists', kind, name);
      await put(kind, name, declaration, { stored, change: 'added' });
      return answerOf(name, undefined, declaration);
    },
    async change(kind, name, ifMatch, declaration) {
      const { stored, before } = await storedAs(kind, name);
      if (ifMatch !== tagOf(before)) throw new SignetError(refusal('declaration_changed'));
      await put(kind, name, declaration, { stored, change: 'changed' });
      return answerOf(name, undefined, declaration);
    },
    async remove(kind, name) {
      const { stored } = await storedAs(kind, name);
      await put(kind, name, undefined, { stored, change: 'removed' });
      return { name };
    },
  };
}

function answerOf(
  name: string,
  configured: Declaration | undefined,
  stored: Declaration | undefined,
): DeclarationAnswer {
  if (configured !== undefined) return { name, source: 'configuration', declaration: configured };
  const declaration = stored ?? {};
  return { name, source: 'store', declaration, etag: tagOf(declaration) };
}

/** The same text as long as it says the same (RFC 9110 §8.8.3). */
function tagOf(declaration: Declaration): string {
  return `"${createHash('sha256').update(JSON.stringify(declaration)).digest('base64url').slice(0, 22)}"`;
}

function entryOf(document: DeclaredDocument, kind: DeclarationKind, name: string): Declaration | undefined {
  const entries = document[sectionOf[kind]];
  return Object.hasOwn(entries, name) ? entries[name] : undefined;
}

function withEntry(
  document: DeclaredDocument,
  kind: DeclarationKind,
  name: string,
  declaration: Declaration | undefined,
): DeclaredDocument {
  const others = Object.entries(document[sectionOf[kind]]).filter(([other]) => other !== name);
  const entries = declaration === undefined ? others : [...others, [name, declaration] as const];
  return { ...document, [sectionOf[kind]]: Object.fromEntries(entries) };
}

function refuseTooMuch(after: DeclaredDocument, kind: DeclarationKind, text: string): void {
  const count = Object.keys(after[sectionOf[kind]]).length;
  if (count <= mostOfKind && text.length <= mostBytes) return;
  const allowed = `at most ${mostOfKind} of a kind and ${mostBytes} characters in all`;
  const mend = 'Remove what is needed no more.';
  const found = `${count}, and ${text.length} characters`;
  throw new SignetError(refusal('declaration_invalid', { place: sectionOf[kind], allowed, found, mend }));
}

/** Together with what stands in the file, under whose names nothing stored counts. */
function refuseMisfit(before: DeclaredDocument, after: DeclaredDocument, ofFile: DeclaredDocument): void {
  const problem = problemOfChange(beside(ofFile, before), beside(ofFile, after));
  if (problem === undefined) return;
  const { path: place, expected: allowed, actual: found, fix: mend } = problem;
  throw new SignetError(refusal('declaration_invalid', { place, allowed, found, mend }));
}

function beside(ofFile: DeclaredDocument, stored: DeclaredDocument): DeclaredDocument {
  return {
    apis: { ...stored.apis, ...ofFile.apis },
    roles: { ...stored.roles, ...ofFile.roles },
    groups: { ...stored.groups, ...ofFile.groups },
  };
}

function refused(
  code: 'declaration_configured' | 'declaration_exists' | 'declaration_unknown',
  kind: DeclarationKind,
  name: string,
): SignetError {
  return new SignetError(refusal(code, { kind, name }));
}
