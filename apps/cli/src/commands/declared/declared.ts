import type { DeclarationAnswer, DeclarationKind, DeclarationsAnswer } from '@signet/contracts';
import type { Client } from '@signet/sdk/client';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { safeText } from '../../terminal/safe-text.ts';
import { table } from '../../terminal/table.ts';
import { type DeclareOptions, readDeclaration } from './read-declaration.ts';

export type DeclaredOptions = ServerOptions & DeclareOptions;

/** The requests of each kind by the same names. */
const calls = {
  api: {
    list: (admin: Client) => admin.listApis,
    add: (admin: Client) => admin.addApi,
    show: (admin: Client) => admin.showApi,
    change: (admin: Client) => admin.changeApi,
    remove: (admin: Client) => admin.removeApi,
  },
  role: {
    list: (admin: Client) => admin.listRoles,
    add: (admin: Client) => admin.addRole,
    show: (admin: Client) => admin.showRole,
    change: (admin: Client) => admin.changeRole,
    remove: (admin: Client) => admin.removeRole,
  },
  group: {
    list: (admin: Client) => admin.listGroups,
    add: (admin: Client) => admin.addGroup,
    show: (admin: Client) => admin.showGroup,
    change: (admin: Client) => admin.changeGroup,
    remove: (admin: Client) => admin.removeGroup,
  },
} as const;

const titles = ['NAME', 'DECLARED IN', 'SAYS'];

/** Of the server's longest pages; more than these are not declared anywhere. */
const mostPages = 100;
const page = 1000;

export async function listDeclared(
  context: Context,
  kind: DeclarationKind,
  options: ServerOptions,
): Promise<void> {
  const list = calls[kind].list(openAdmin(context, options));
  const all: DeclarationAnswer[] = [];
  let next: string | undefined;
  for (let count = 0; count < mostPages; count += 1) {
    const answered: DeclarationsAnswer = await list({
      limit: page,
      ...(next === undefined ? {} : { after: next }),
    });
    all.push(...answered.declarations);
    next = answered.next;
    if (next === undefined) break;
  }
  answer(context, options, { declarations: all }, () => `${table(titles, all.map(rowOf), context.paint)}\n`);
}

export async function showDeclared(
  context: Context,
  kind: DeclarationKind,
  name: string,
  options: ServerOptions,
): Promise<void> {
  const shown = await calls[kind].show(openAdmin(context, options))({ name });
  answer(context, options, shown, () => tell(shown));
}

export async function addDeclared(
  context: Context,
  kind: DeclarationKind,
  name: string,
  options: DeclaredOptions,
): Promise<void> {
  const declaration = readDeclaration(kind, options);
  const added = await calls[kind].add(openAdmin(context, options))({ name, declaration });
  answer(context, options, added, () =>
    [
      outcomeLine(context.paint, true, `Added the ${kind} ${name}; it counts for the next token.`),
      tell(added),
    ].join('\n'),
  );
}

/** What the options say takes the place of what was said; the rest stays. */
export async function changeDeclared(
  context: Context,
  kind: DeclarationKind,
  name: string,
  options: DeclaredOptions,
): Promise<void> {
  const admin = openAdmin(context, options);
  const { declaration: before, etag = '"of the configuration"' } = await calls[kind].show(admin)({ name });
  const declaration = { ...before, ...readDeclaration(kind, options) };
  const changed = await calls[kind].change(admin)({ name, ifMatch: etag, declaration });
  answer(context, options, changed, () =>
    [
      outcomeLine(context.paint, true, `Changed the ${kind} ${name}; it counts for the next token.`),
      tell(changed),
    ].join('\n'),
  );
}

export async function removeDeclared(
  context: Context,
  kind: DeclarationKind,
  name: string,
  options: ServerOptions,
): Promise<void> {
  const removed = await calls[kind].remove(openAdmin(context, options))({ name });
  answer(
    context,
    options,
    removed,
    () => `${outcomeLine(context.paint, true, `Removed the ${kind} ${name}.`)}\n`,
  );
}

function rowOf({ name, source, declaration }: DeclarationAnswer): readonly string[] {
  return [name, source === 'store' ? 'store' : 'signet.yaml', safeText(JSON.stringify(declaration))];
}

function tell({ declaration }: DeclarationAnswer): string {
  return `${safeText(JSON.stringify(declaration, undefined, 2))}\n`;
}
