import { apisSchema } from '../configuration/sections/apis/schema.ts';
import type { ApisConfiguration } from '../configuration/sections/apis/type.ts';
import { groupsSchema } from '../configuration/sections/groups/schema.ts';
import type { GroupsConfiguration } from '../configuration/sections/groups/type.ts';
import { rolesSchema } from '../configuration/sections/roles/schema.ts';
import type { RolesConfiguration } from '../configuration/sections/roles/type.ts';

/** What may be declared in `signet.yaml` or while Signet runs, in the same words. */
export type DeclarationKind = 'api' | 'role' | 'group';

/** The section of `signet.yaml` that a kind stands in. */
export const sectionOf: { readonly api: 'apis'; readonly role: 'roles'; readonly group: 'groups' } = {
  api: 'apis',
  role: 'roles',
  group: 'groups',
};

/** One API, role or group as a person writes it. */
export type Declaration = Readonly<Record<string, unknown>>;

/** By section and name, as written. */
export type DeclaredDocument = {
  readonly [Section in (typeof sectionOf)[DeclarationKind]]: Readonly<Record<string, Declaration>>;
};

/** The same, read. */
export interface DeclaredRights {
  readonly apis: ApisConfiguration;
  readonly roles: RolesConfiguration;
  readonly groups: GroupsConfiguration;
}

/** Reads each entry by itself: one that today's Signet does not understand is left out, and takes no other with it. */
export function readDeclared({ apis, roles, groups }: DeclaredDocument): DeclaredRights {
  return {
    apis: eachOf(apis, (one) => apisSchema.safeParse(one).data),
    roles: eachOf(roles, (one) => rolesSchema.safeParse(one).data),
    groups: eachOf(groups, (one) => groupsSchema.safeParse(one).data),
  };
}

function eachOf<Entry>(
  written: Readonly<Record<string, Declaration>>,
  read: (one: object) => Readonly<Record<string, Entry>> | undefined,
): Readonly<Record<string, Entry>> {
  const entries = Object.entries(written).flatMap(([name, entry]) =>
    Object.entries(read({ [name]: entry }) ?? {}),
  );
  return Object.fromEntries(entries);
}

/** Those of the configuration as they may be written, for who reads them and for the checks. */
export function writeDeclared({ apis, roles, groups }: DeclaredRights): DeclaredDocument {
  return {
    apis: mapEntries(apis, ({ accessTokenLifetime, algorithm, ...api }) => ({
      ...api,
      ...(accessTokenLifetime === undefined ? {} : { accessTokenLifetime: `${accessTokenLifetime / 1000}s` }),
      ...(algorithm === undefined ? {} : { algorithm }),
    })),
    roles: mapEntries(roles, (role) => ({ ...role })),
    groups: mapEntries(groups, (group) => ({ ...group })),
  };
}

function mapEntries<Entry>(
  entries: Readonly<Record<string, Entry>>,
  write: (entry: Entry) => Declaration,
): Readonly<Record<string, Declaration>> {
  return Object.fromEntries(Object.entries(entries).map(([name, entry]) => [name, write(entry)]));
}
