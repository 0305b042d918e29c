import { isLoopback } from '@signet/token/keys';
import { z } from 'zod';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { type ClaimPath, claimPathSchema } from '../../fields/claim-path.ts';
import { list } from '../../fields/list.ts';
import { duration } from '../../fields/quantity.ts';
import { clientHeaderSchema, contextHeaderSchema } from './context-header.ts';

/** Whom a route asks about each of its calls, once everything else is in order. */
export interface CheckConfiguration {
  readonly url: string;
  /** Milliseconds. */
  readonly timeout: number;
  readonly send: {
    /** In lower case. */
    readonly headers: readonly string[];
    readonly claims: readonly ClaimPath[];
  };
  /** Headers (lower case) that its answer may have the upstream told. */
  readonly adds: readonly string[];
  /** A call passes where no answer of use comes. */
  readonly dangerouslyAllowOnFailure?: true;
}

const most = 16;
const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const sendSchema = strict({
  headers: list(clientHeaderSchema, { least: 0, most, of: 'headers' })
    .prefault([])
    .meta({ description: 'Headers of the request that it is told, as the client sent them.' }),
  claims: z
    .array(claimPathSchema, {
      error: allowed('a list of claims', 'Write them as `[claims.sub, claims.tenant]`.'),
    })
    .max(most, { error: allowed(`at most ${most} claims`, 'Name those that it decides by.') })
    .prefault([])
    .meta({ description: 'Claims of the caller that it is told, such as `claims.sub`.' }),
});

const shape = strict({
  url: addressSchema.meta({
    description: 'Where each call is described in a POST of JSON, and allowed or refused.',
  }),
  timeout: duration({ least: '10ms', most: '10s', example: '500ms' })
    .prefault('500ms')
    .meta({ description: 'How long its whole answer may take; then the call is refused.' }),
  send: sendSchema
    .prefault({})
    .meta({ description: 'What it is told beside method, path and the id of the route.' }),
  adds: list(contextHeaderSchema, { least: 0, most, of: 'headers' })
    .prefault([])
    .meta({ description: 'Headers that its answer may give to the upstream; clients cannot send these.' }),
  dangerouslyAllowOnFailure: z
    .literal(true, onlyTrue)
    .exactOptional()
    .meta({ description: 'Lets calls pass where no answer of use comes in time.' }),
  dangerouslyAllowInsecure: z.literal(true, onlyTrue).exactOptional().meta({
    description: 'Asks over http: beyond this machine. Whoever is on the way can let any call pass.',
  }),
});

export const checkSchema: z.ZodType<CheckConfiguration, unknown> = shape
  .superRefine(isSafe, evenIfPartsAreWrong)
  .transform(({ dangerouslyAllowInsecure: _, ...rest }) => rest);

function isSafe(
  { url, dangerouslyAllowInsecure }: Partial<z.output<typeof shape>>,
  context: z.core.$RefinementCtx,
): void {
  const address = readAddress(String(url ?? ''));
  if (address === undefined || address.protocol === 'https:' || isLoopback(address)) return;
  if (dangerouslyAllowInsecure === true) return;
  const message = allowed(
    'https, or an address on this machine: whoever can change the answer can let any call pass',
    'Use https, or say `dangerouslyAllowInsecure: true`.',
  );
  context.addIssue({ code: 'custom', path: ['url'], message });
}

/** What is asked of a route's other keys. */
interface Checked {
  readonly public?: true | undefined;
  readonly check?: CheckConfiguration | undefined;
  readonly cache?: unknown;
  readonly context?:
    | {
        readonly headers: Readonly<Record<string, unknown>>;
        readonly token?: { readonly header: string } | undefined;
      }
    | undefined;
  readonly transform?:
    | {
        readonly headers?:
          | { readonly set?: object | undefined; readonly add?: object | undefined }
          | undefined;
      }
    | undefined;
}

interface Fault {
  readonly path: (string | number)[];
  readonly message: string;
}

/** Claims that nobody has, and headers that two would say or that kept answers would not know of. */
export function checkFaults(route: Checked): readonly Fault[] {
  const { check } = route;
  if (check === undefined) return [];
  return [...claimFaults(route, check), ...cacheFaultsOf(route, check), ...doubleFaults(route, check)];
}

function claimFaults(route: Checked, { send }: CheckConfiguration): readonly Fault[] {
  if (route.public !== true || send.claims.length === 0) return [];
  const message = allowed('no claims on a public route, which has none', 'Remove it, or use `auth`.');
  return [{ path: ['send', 'claims'], message }];
}

function cacheFaultsOf(route: Checked, { adds }: CheckConfiguration): readonly Fault[] {
  if (route.cache === undefined || adds.length === 0) return [];
  const message = allowed(
    'no headers of a check where answers are kept: one that was made for other values would be given',
    'Remove `cache` or `adds`.',
  );
  return [{ path: ['adds'], message }];
}

function doubleFaults({ context, transform }: Checked, { adds }: CheckConfiguration): readonly Fault[] {
  const { set = {}, add = {} } = transform?.headers ?? {};
  const said = new Set([context?.headers ?? {}, set, add].flatMap((each) => Object.keys(each)));
  if (context?.token !== undefined) said.add(context.token.header);
  return adds.flatMap((name, index) => {
    if (!said.has(name)) return [];
    const message = allowed(
      'a header that neither `context` nor `transform` of the route writes',
      'Choose another name: nobody could say which of the two counts.',
    );
    return [{ path: ['adds', index], message }];
  });
}
