import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { parseClaimPath } from '../../fields/claim-path.ts';
import { list } from '../../fields/list.ts';
import { answerHeaderSchema, headerTextSchema } from './answer-header.ts';
import { clientHeaderSchema } from './context-header.ts';
import { pathPatternSchema } from './path-pattern.ts';
import type { TemplatePart, TransformConfiguration } from './type.ts';

const templateMessage = allowed(
  'a text of visible characters with `{claims.…}` for a claim and `{path.…}` for a parameter of the path',
  'Write it as `{claims.tenant}` or `v2-{path.id}`.',
);

/** `v2-{path.id}` → `['v2-', { parameter: 'id' }]`; undefined for what is no such text. */
function readTemplate(text: string): TemplatePart[] | undefined {
  if (!headerTextSchema.safeParse(text).success) return undefined;
  if (!/^(?:\{\})*$/.test(text.replace(/[^{}]/g, ''))) return undefined;
  const parts = text.split(/[{}]/).map((part, index): TemplatePart | undefined => {
    if (index % 2 === 0) return part;
    const claim = parseClaimPath(part);
    if (claim !== undefined) return { claim };
    const [, parameter] = /^path\.([a-z][A-Za-z0-9_]{0,31})$/.exec(part) ?? [];
    return parameter === undefined ? undefined : { parameter };
  });
  return parts.every((part) => part !== undefined) ? parts.filter((part) => part !== '') : undefined;
}

const templateSchema: z.ZodType<readonly TemplatePart[], string> = z
  .string({ error: templateMessage })
  .transform((text, context) => {
    const parts = readTemplate(text);
    if (parts !== undefined) return parts;
    context.addIssue({ code: 'custom', message: templateMessage });
    return z.NEVER;
  });

const linesMessage = allowed('names with texts', 'Write lines such as `x-tenant: "{claims.tenant}"`.');

const parameterMessage = allowed(
  'the name of a parameter: letters, digits, `-`, `.` and `_`, at most 64 long',
  'Write it as `tenant`.',
);

const parameterSchema = z
  .string({ error: parameterMessage })
  .regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,63}$/, { error: parameterMessage });

const few = { least: 1, most: 32, of: 'names' };

export const transformSchema: z.ZodType<TransformConfiguration, unknown> = strict({
  path: pathPatternSchema.exactOptional().meta({
    description: 'The path for the upstream, with `{name}` for what stands in the request’s.',
  }),
  headers: strict({
    set: z.record(clientHeaderSchema, templateSchema, { error: linesMessage }).exactOptional().meta({
      description: 'Headers for the upstream, in place of what the client sent by these names.',
    }),
    add: z.record(clientHeaderSchema, templateSchema, { error: linesMessage }).exactOptional().meta({
      description: 'Headers for the upstream, beside what the client sent.',
    }),
    remove: list(clientHeaderSchema, few)
      .exactOptional()
      .meta({ description: 'Headers of the client that the upstream does not get.' }),
  })
    .exactOptional()
    .meta({ description: 'Headers of the request as the upstream gets it.' }),
  query: strict({
    set: z.record(parameterSchema, templateSchema, { error: linesMessage }).exactOptional().meta({
      description: 'Parameters for the upstream, in place of what the client sent by these names.',
    }),
    remove: list(parameterSchema, few)
      .exactOptional()
      .meta({ description: 'Parameters that the upstream does not get.' }),
  })
    .exactOptional()
    .meta({ description: 'The query of the request as the upstream gets it.' }),
  answer: strict({
    set: z.record(answerHeaderSchema, headerTextSchema, { error: linesMessage }).exactOptional().meta({
      description: 'Headers of the answer, in place of what the upstream says by these names.',
    }),
    add: z.record(answerHeaderSchema, headerTextSchema, { error: linesMessage }).exactOptional().meta({
      description: 'Headers of the answer, beside those of the upstream.',
    }),
    remove: list(answerHeaderSchema, few)
      .exactOptional()
      .meta({ description: 'Headers of the upstream that the client does not get.' }),
  })
    .exactOptional()
    .meta({ description: 'Headers of the answer as the client gets it; refusals keep theirs.' }),
}).refine((value) => Object.keys(value).length > 0, {
  error: allowed('at least one of `path`, `headers`, `query` and `answer`', 'Remove `transform`.'),
});

export interface TransformFault {
  readonly path: readonly string[];
  readonly message: string;
}

interface Placed {
  readonly path: readonly string[];
  readonly part: Exclude<TemplatePart, string>;
}

interface Transformed {
  readonly transform?: TransformConfiguration;
  readonly public?: true | undefined;
  readonly match: { readonly path: string };
  readonly stripPrefix?: string;
}

/** What cannot be filled in on this route. */
export function transformFaults({
  transform,
  match,
  stripPrefix,
  ...route
}: Transformed): readonly TransformFault[] {
  const faults: TransformFault[] = [];
  if (transform === undefined) return faults;
  const known = match.path.split('/').filter((segment) => segment.startsWith('{'));
  const names = known.map((segment) => segment.replace(/[{}*]/g, ''));
  const { path } = transform;
  if (path !== undefined && stripPrefix !== undefined)
    faults.push({
      path: ['path'],
      message: allowed('no `path` beside `stripPrefix`', 'Remove one of the two.'),
    });
  if (path?.split('/').some((segment) => segment.startsWith('{') && !known.includes(segment)))
    faults.push({ path: ['path'], message: parametersOf(known) });
  for (const { path: at, part } of placeholders(transform)) {
    if ('parameter' in part ? !names.includes(part.parameter) : false)
      faults.push({ path: at, message: parametersOf(names.map((name) => `{path.${name}}`)) });
    if ('claim' in part && route.public === true)
      faults.push({ path: at, message: allowed('no claims on a public route', 'Remove it, or use `auth`.') });
    if ('claim' in part && at[1] === 'add')
      faults.push({
        path: at,
        message: allowed(
          'claims in `set` alone: beside a client’s own value nobody could tell them apart',
          'Move it to `set`.',
        ),
      });
  }
  return faults;
}

function parametersOf(known: readonly string[]): string {
  const listed = known.length === 0 ? 'none' : known.join(', ');
  return allowed(`parameters of \`match.path\` (${listed})`, 'Write them as they stand there.');
}

function placeholders({ headers = {}, query = {} }: TransformConfiguration): readonly Placed[] {
  const lines = (at: readonly string[], set: Readonly<Record<string, readonly TemplatePart[]>> = {}) =>
    Object.entries(set).flatMap(([name, parts]) =>
      parts.flatMap((part) => (typeof part === 'string' ? [] : [{ path: [...at, name], part }])),
    );
  return [
    ...lines(['headers', 'set'], headers.set),
    ...lines(['headers', 'add'], headers.add),
    ...lines(['query', 'set'], query.set),
  ];
}
