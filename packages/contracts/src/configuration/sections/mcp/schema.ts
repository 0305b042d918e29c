import { isLoopback } from '@signet/token/keys';
import { z } from 'zod';
import { readWantedVersion } from '../../../prompts/version.ts';
import { addressSchema, readAddress } from '../../fields/address.ts';
import { allowed, evenIfPartsAreWrong, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { named } from '../../fields/named.ts';
import { duration } from '../../fields/quantity.ts';
import { nameSchema } from '../../fields/text.ts';
import { handedSecretSchema } from '../issuers/handed-keys.ts';
import { conditionFault, conditionsSchema, isUnnamed } from '../routes/conditions.ts';
import { limitSchema } from '../routes/limit.ts';
import { mcpDefaults as usual } from './defaults.ts';
import type { McpConfiguration, McpCost, McpExchange, McpServer, McpTool, OwnPrompts } from './type.ts';

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };

const toolMessage = allowed(
  'names of tools: 1 to 128 letters, digits and `_ - .`',
  'Write each as its server calls it, with a block of its own.',
);

const digestMessage = allowed(
  '`sha256:` and 64 digits from `0` to `f`',
  'Copy it from the record of a call, where it is told what a tool that waits says of itself.',
);

const costMessage = allowed(
  'an amount with at most six decimals and a currency, such as `0.01 USD`',
  'Write what one call costs.',
);

const costSchema: z.ZodType<McpCost, unknown> = z
  .string({ error: costMessage })
  .regex(/^\d{1,6}(?:\.\d{1,6})? [A-Z]{3}$/, { error: costMessage })
  .transform((text) => {
    const [amount = '0', currency = ''] = text.split(' ');
    const [whole = '0', part = ''] = amount.split('.');
    // In whole numbers: `0.1` is none that a computer has.
    return { micros: Number(whole) * 1_000_000 + Number(part.padEnd(6, '0')), currency };
  });

const textMessage = allowed('a text of 1 to 512 visible characters', 'Write it as the issuer has it.');
const plainText = z.string({ error: textMessage }).regex(/^[\x21-\x7e]{1,512}$/, { error: textMessage });

const scopeMessage = allowed(
  'scopes without blanks, quotes and backslashes',
  'Write each on its own: `[files:read, files:write]`.',
);
const scopesSchema = list(
  z.string({ error: scopeMessage }).regex(/^[\x21\x23-\x5b\x5d-\x7e]{1,128}$/, { error: scopeMessage }),
  { least: 0, most: 32, of: 'scopes' },
);

const descriptionMessage = allowed('a text of 1 to 1000 characters in one line', 'Say what it is for.');

const toolSchema: z.ZodType<McpTool, unknown> = strict({
  digest: z
    .string({ error: digestMessage })
    .regex(/^sha256:[0-9a-f]{64}$/, { error: digestMessage })
    .exactOptional()
    .meta({
      description:
        'Of the definition that somebody has read and approved; without it, or once the server says something else, the tool is not offered.',
    }),
  description: z
    .string({ error: descriptionMessage })
    .regex(/^[^\p{Cc}]{1,1000}$/u, { error: descriptionMessage })
    .exactOptional()
    .meta({ description: 'What models are told of a tool that is a route or a prompt here.' }),
  scopes: scopesSchema.prefault([]).meta({ description: 'Scopes that a token must have, all of them.' }),
  condition: conditionsSchema.optional().meta({
    description: 'In CEL: who may see and call it, such as `claims.team == "ops"`.',
  }),
  limit: list(limitSchema, { least: 0, most: 4, of: 'limits' })
    .prefault([])
    .meta({ description: 'How often it may be called, beside the limits of the route.' }),
  cost: costSchema.exactOptional().meta({ description: 'Of one call, such as `0.01 USD`.' }),
})
  .superRefine(checkTool, evenIfPartsAreWrong)
  .transform(({ condition, limit, ...rest }) => ({
    ...rest,
    ...(condition === undefined ? {} : { conditions: condition }),
    limit: limit.filter((entry) => 'count' in entry),
  }));

const exchangeSchema: z.ZodType<McpExchange, unknown> = strict({
  tokenEndpoint: addressSchema.meta({ description: 'Of the issuer that takes the caller’s token.' }),
  client: plainText.meta({ description: 'The client that this gateway is there.' }),
  secret: handedSecretSchema.meta({ description: 'Where the secret of that client is.' }),
  audience: plainText.meta({ description: 'Whom the new token is for: this server and nobody else.' }),
  scopes: scopesSchema.exactOptional().meta({ description: 'Of the new token.' }),
});

const promptMessage = allowed(
  'names of prompts, with a version or without, such as `sum` or `sum@2`',
  'Write each as it was published.',
);

const ownPromptsSchema: z.ZodType<OwnPrompts, unknown> = strict({
  route: nameSchema.meta({ description: 'The route on which they are asked.' }),
  names: list(z.string({ error: promptMessage }).refine(isPrompt, { error: promptMessage }), {
    least: 1,
    most: 100,
    of: 'prompts',
  }).meta({ description: 'Such as `sum`, or `sum@2` for one version of it.' }),
});

function isPrompt(text: string): boolean {
  const [name = '', version, ...more] = text.split('@');
  const isName = /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(name) && more.length === 0;
  return isName && (version === undefined || readWantedVersion(version) !== undefined);
}

const serverShape = strict({
  url: addressSchema
    .exactOptional()
    .meta({ description: 'Where it is asked, such as `https://files.example/mcp`.' }),
  prompts: ownPromptsSchema
    .exactOptional()
    .meta({ description: 'Prompts of this gateway that are called as tools, in place of `url`.' }),
  routes: list(nameSchema, { least: 1, most: 100, of: 'routes' })
    .exactOptional()
    .meta({ description: 'Routes of this gateway that are called as tools, in place of `url`.' }),
  speaks: choice(['stateless', 'sessions'])
    .prefault(usual.speaks)
    .meta({ description: '`stateless` for 2026-07-28, `sessions` for 2025-11-25 and 2025-06-18.' }),
  key: handedSecretSchema
    .exactOptional()
    .meta({ description: 'Where the key is by which it is asked for everybody, such as `env:FILES_KEY`.' }),
  exchange: exchangeSchema
    .exactOptional()
    .meta({ description: 'Asks it for each caller by a token of its own (RFC 8693), in place of `key`.' }),
  credential: choice(['sealed'])
    .exactOptional()
    .meta({ description: '`sealed`: by a token that each person gives it themselves, in place of `key`.' }),
  offers: list(choice(['tools', 'resources', 'prompts', 'completions']), {
    least: 1,
    most: 4,
    of: 'offers',
  })
    .prefault(['tools'])
    .meta({ description: 'What may be asked of it; of the others nothing passes.' }),
  tools: z
    .record(z.string().regex(/^[A-Za-z0-9_.-]{1,128}$/), toolSchema, { error: toolMessage })
    .prefault({})
    .meta({ description: 'Its tools that are offered, by name; others are not.' }),
  dangerouslyTakeUnapprovedTools: z.literal(true, onlyTrue).exactOptional().meta({
    description: 'Offers each of its tools, whatever the server says of it now or later.',
  }),
  connectTimeout: duration({ least: '10ms', most: '1m', example: usual.connectTimeout })
    .prefault(usual.connectTimeout)
    .meta({ description: 'How long opening a connection may take.' }),
  idle: duration({ least: '100ms', most: '1h', example: usual.idle })
    .prefault(usual.idle)
    .meta({ description: 'How long nothing may come of an answer.' }),
  whole: duration({ least: '1s', most: '1d', example: usual.whole })
    .prefault(usual.whole)
    .meta({ description: 'How long a whole answer may take.' }),
  dangerouslyAllowInsecureKey: z.literal(true, onlyTrue).exactOptional().meta({
    description: 'Shows keys and tokens over http: beyond this machine. Whoever is on the way can use them.',
  }),
});

type ServerShape = z.output<typeof serverShape>;

const serverSchema: z.ZodType<McpServer, unknown> = serverShape
  .superRefine(checkServer, evenIfPartsAreWrong)
  .transform(({ dangerouslyAllowInsecureKey: _, url = '', prompts, routes = [], ...rest }) => ({
    ...{ url, ...rest },
    ...(url === '' ? { own: { routes, ...(prompts === undefined ? {} : { prompts }) } } : {}),
  }));

export const mcpSchema: z.ZodType<McpConfiguration, unknown> = strict({
  servers: named(serverSchema).prefault({}).meta({ description: 'Servers of tools, by name.' }),
});

interface ToolShape {
  readonly condition?: z.output<typeof conditionsSchema> | undefined;
  readonly limit: readonly z.output<typeof limitSchema>[];
}

function checkTool({ condition = [], limit = [] }: ToolShape, context: z.core.$RefinementCtx): void {
  for (const each of condition) {
    const message = conditionFault(each, {});
    const path = ['condition', ...(isUnnamed(condition) ? [] : [each.name])];
    if (message !== undefined) context.addIssue({ code: 'custom', path, message });
  }
  limit.forEach((entry, at) => {
    if ('count' in entry) return;
    const message = allowed('`rate` alone', 'Limit places and quotas on the route.');
    context.addIssue({ code: 'custom', path: ['limit', at], message });
  });
}

function checkServer(value: ServerShape, context: z.core.$RefinementCtx): void {
  const report = (path: string[], message: string) => context.addIssue({ code: 'custom', path, message });
  const { key, exchange, credential, tools = {}, dangerouslyTakeUnapprovedTools: takesAll } = value;
  if ((value.prompts ?? value.routes) !== undefined) {
    checkOwn(value, report);
    return;
  }
  if (value.url === undefined)
    report(['url'], allowed('`url`, or `prompts` and `routes` of this gateway', 'Say whose tools they are.'));
  for (const [name, { description }] of Object.entries(tools))
    if (description !== undefined)
      report(
        ['tools', name, 'description'],
        allowed('none: its server describes a tool', 'Remove `description`.'),
      );
  if (key !== undefined && exchange !== undefined)
    report(['exchange'], allowed('`key` or `exchange`, not both', 'Say which of them its server takes.'));
  if (credential !== undefined && (key ?? exchange) !== undefined)
    report(['credential'], allowed('`credential` without `key` and `exchange`', 'Remove the others.'));
  if (Object.keys(tools).length === 0 && takesAll !== true && value.offers?.includes('tools') === true) {
    const fix = 'Name them, with the digest that you approve, or say `dangerouslyTakeUnapprovedTools: true`.';
    report(['tools'], allowed('at least one tool', fix));
  }
  if (value.dangerouslyAllowInsecureKey === true || (key ?? exchange ?? credential) === undefined) return;
  const message = allowed(
    'https, since a key or a token is shown there',
    'Use https, or say `dangerouslyAllowInsecureKey: true`.',
  );
  if (!isSafe(value.url)) report(['url'], message);
  if (exchange !== undefined && !isSafe(exchange.tokenEndpoint))
    report(['exchange', 'tokenEndpoint'], message);
}

/** Nobody else is asked: nothing is shown, and nothing waits for approval. */
function checkOwn(value: ServerShape, report: (path: string[], message: string) => void): void {
  const ofOthers = ['url', 'key', 'exchange', 'credential', 'dangerouslyTakeUnapprovedTools'] as const;
  for (const name of ofOthers)
    if (value[name] !== undefined)
      report([name], allowed('none beside `prompts` and `routes`', `Remove \`${name}\`, or those.`));
  if (value.offers?.some((each) => each !== 'tools') === true)
    report(['offers'], allowed('`tools` alone beside `prompts` and `routes`', 'Write `offers: [tools]`.'));
  if (value.speaks === 'sessions')
    report(['speaks'], allowed('none beside `prompts` and `routes`', 'Remove `speaks`.'));
  for (const [name, { digest }] of Object.entries(value.tools ?? {}))
    if (digest !== undefined)
      report(
        ['tools', name, 'digest'],
        allowed('none of a tool that is a prompt or a route here', 'Remove `digest`.'),
      );
}

function isSafe(url: string | undefined): boolean {
  const address = readAddress(String(url ?? ''));
  return address === undefined || address.protocol === 'https:' || isLoopback(address);
}
