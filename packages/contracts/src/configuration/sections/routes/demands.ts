import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { list } from '../../fields/list.ts';
import { roleSchema, scopeSchema } from '../../fields/text.ts';
import { conditionsSchema } from './conditions.ts';
import type { ConditionConfiguration, DemandConfiguration } from './type.ts';

type Kind = NamesDemand['kind'];
type NamesDemand = Extract<DemandConfiguration, { readonly kind: 'scopes' | 'roles' | 'permissions' }>;

/** Names, and whether one of them is enough. */
export type Wanted = Pick<NamesDemand, 'of' | 'names'>;

/** What a list means by itself. */
const usual = { scopes: 'all', roles: 'any', permissions: 'all' } as const;
const mostNames = 64;
const mostSets = 16;

const kinds = Object.keys(usual) as readonly Kind[];

function wanted(kind: Kind): z.ZodType<Wanted, unknown> {
  const name = kind === 'roles' ? roleSchema : scopeSchema;
  const some = list(name, { least: 1, most: mostNames, of: kind });
  const error = allowed(
    `a list of ${kind}, \`{ any: […] }\` or \`{ all: […] }\``,
    `Write \`${kind}: { any: [first, second] }\` where one of them is enough.`,
  );
  const forms = [
    list(name, { least: 0, most: mostNames, of: kind }),
    strict({ any: some.meta({ description: 'One of these is enough.' }) }),
    strict({ all: some.meta({ description: 'All of these are asked for.' }) }),
  ] as const;
  return z
    .union(forms, { error: (issue) => (Array.isArray(issue.input) ? listFault(issue) : error) })
    .transform((value): Wanted => {
      if ('any' in value) return { of: 'any', names: value.any };
      return 'all' in value ? { of: 'all', names: value.all } : { of: usual[kind], names: value };
    });
}

/** Of the three forms, a list is meant. */
function listFault(issue: z.core.$ZodRawIssue): string | undefined {
  return issue.code === 'invalid_union' ? issue.errors[0]?.[0]?.message : undefined;
}

export const wantedScopes: z.ZodType<Wanted, unknown> = wanted('scopes');
export const wantedRoles: z.ZodType<Wanted, unknown> = wanted('roles');
export const wantedPermissions: z.ZodType<Wanted, unknown> = wanted('permissions');

/** Whether a list says it, as routes have said it before there was another way. */
export function isUsual(kind: Kind, { of }: Wanted): boolean {
  return of === usual[kind];
}

/** One set of requirements, all of which are to be met, as it is written: places are told from it on. */
interface SetShape {
  readonly scopes?: Wanted | undefined;
  readonly roles?: Wanted | undefined;
  readonly permissions?: Wanted | undefined;
  readonly condition?: readonly ConditionConfiguration[] | undefined;
  readonly anyOf?: readonly SetShape[] | undefined;
  readonly allOf?: readonly SetShape[] | undefined;
}

const leaves = {
  scopes: wantedScopes
    .optional()
    .meta({ description: 'All of these must be in the token, or one of `any`.' }),
  roles: wantedRoles.optional().meta({ description: 'One of these must be in the token, or all of `all`.' }),
  permissions: wantedPermissions
    .optional()
    .meta({ description: 'All of these must be in the token, or one of `any`.' }),
  condition: conditionsSchema.optional().meta({ description: 'What must hold, as in `auth`.' }),
};

const setError = allowed(
  'at least one of `scopes`, `roles`, `permissions`, `condition`, `anyOf` and `allOf`',
  'Write what the token must carry: an empty set would be met by everybody.',
);

function notEmpty(value: object, context: z.core.$RefinementCtx): void {
  const said = Object.values(value).some((part) => part !== undefined && !isEmpty(part));
  if (!said) context.addIssue({ code: 'custom', message: setError });
}

/** A list without names asks for nothing. */
function isEmpty(part: unknown): boolean {
  return typeof part === 'object' && part !== null && 'names' in part && (part as Wanted).names.length === 0;
}

const innerSet: z.ZodType<SetShape, unknown> = strict(leaves).superRefine(notEmpty);
const innerSets = list(innerSet, { least: 1, most: mostSets, of: 'sets of requirements' });

const outerSet: z.ZodType<SetShape, unknown> = strict({
  ...leaves,
  anyOf: innerSets.optional().meta({ description: 'One of these sets must be met.' }),
  allOf: innerSets.optional().meta({ description: 'All of these sets must be met.' }),
}).superRefine(notEmpty);

/** Sets of requirements, which may themselves be of sets, once. */
export const setsSchema: z.ZodType<readonly SetShape[], unknown> = list(outerSet, {
  least: 1,
  most: mostSets,
  of: 'sets of requirements',
});

/** What is written of one `auth` or set, as demands with their places. */
export function demandsOf(set: SetShape, at = ''): readonly DemandConfiguration[] {
  const place = (key: string) => (at === '' ? key : `${at}.${key}`);
  const names = kinds.flatMap((kind): DemandConfiguration[] => {
    const wish = set[kind];
    return wish === undefined || wish.names.length === 0 ? [] : [{ kind, at: place(kind), ...wish }];
  });
  const conditions = (set.condition ?? []).map(
    (condition): DemandConfiguration => ({ kind: 'condition', at: place('condition'), ...condition }),
  );
  const groups = (['anyOf', 'allOf'] as const).flatMap((kind): DemandConfiguration[] => {
    const parts = set[kind]?.map((part, index) => wholeSet(part, `${place(kind)}[${index}]`));
    return parts === undefined ? [] : [{ kind, at: place(kind), parts }];
  });
  return [...names, ...conditions, ...groups];
}

function wholeSet(set: SetShape, at: string): DemandConfiguration {
  const parts = demandsOf(set, at);
  const [only] = parts;
  return only !== undefined && parts.length === 1 ? only : { kind: 'allOf', at, parts };
}

/** Every condition in demands, with the place of its set. */
export function conditionsIn(
  demands: readonly DemandConfiguration[],
): readonly (ConditionConfiguration & { readonly at: string })[] {
  return demands.flatMap((demand) => {
    if (demand.kind === 'condition') return [demand];
    return 'parts' in demand ? conditionsIn(demand.parts) : [];
  });
}

/** In signs that every language reads alike: `|` where one is enough, `&` where all are asked for. */
export function tellDemand(demand: DemandConfiguration): string {
  switch (demand.kind) {
    case 'condition':
      return demand.name === 'condition' ? 'condition' : `condition ${demand.name}`;
    case 'anyOf':
    case 'allOf':
      return inBrackets(demand.parts.map(tellDemand), demand.kind === 'anyOf' ? ' | ' : ' & ');
    default:
      return `${demand.kind} ${inBrackets(demand.names, demand.of === 'any' ? ' | ' : ' & ')}`;
  }
}

function inBrackets(parts: readonly string[], sign: string): string {
  return parts.length === 1 ? (parts[0] ?? '') : `(${parts.join(sign)})`;
}
