import { z } from 'zod';
import { allowed, strict } from '../../fields/allowed.ts';
import { choice } from '../../fields/choice.ts';
import { list } from '../../fields/list.ts';
import { nameSchema } from '../../fields/text.ts';
import { modelNameSchema } from '../llm/schema.ts';
import { llmCacheSchema } from './llm-cache.ts';
import { guardsSchema } from './llm-guards.ts';
import { llmKeepSchema } from './llm-keep.ts';
import type { RouteConfiguration, RouteLlm } from './type.ts';

const onlyTrue = { error: allowed('only `true`', 'Write `true`, or leave the key out.') };
const promptsMessage = allowed(
  '`all`, or a list of names of prompts',
  'Write `prompts: all`, or `prompts: [first, second]`.',
);

export const routeLlmSchema: z.ZodType<RouteLlm, unknown> = strict({
  models: list(modelNameSchema, { least: 1, most: 256, of: 'models' })
    .exactOptional()
    .meta({ description: 'Names in `llm.models` that may be asked for here; all of them if left out.' }),
  addedProviders: z.literal(true, onlyTrue).exactOptional().meta({
    description:
      'Lets any model of the providers that were added by `signet llm provider add` be asked for besides, as `PROVIDER/MODEL`.',
  }),
  prompts: z
    .union([z.literal('all'), list(nameSchema, { least: 1, most: 256, of: 'prompts' })], {
      error: promptsMessage,
    })
    .exactOptional()
    .meta({ description: 'Prompts that are asked for here by their names, in place of models; or `all`.' }),
  losses: choice(['strict', 'report', 'dangerouslyHideLosses']).prefault('report').meta({
    description:
      'What becomes of a request that a provider cannot be asked in full: refused, or asked with a report of what was lost.',
  }),
  cache: llmCacheSchema
    .exactOptional()
    .meta({ description: 'Keeps whole answers and gives them again to the very same question.' }),
  guards: guardsSchema.exactOptional().meta({
    description: 'What is looked for in questions and answers, by names of your own, and what becomes of it.',
  }),
  keep: llmKeepSchema.exactOptional().meta({
    description:
      'Keeps questions and answers for a while, masked, so that another model can be tried with them.',
  }),
});

interface Fault {
  readonly path: readonly string[];
  readonly message: string;
}

type Written = Pick<RouteConfiguration, 'match' | 'stripPrefix'> & {
  readonly llm?: RouteLlm;
  readonly public?: true | undefined;
  readonly auth?: { readonly optional?: true } | undefined;
};

/** Why a route that asks models cannot be. */
export function llmFaults({
  llm,
  match,
  auth,
  public: isPublic,
  stripPrefix = '',
}: Written): readonly Fault[] {
  if (llm === undefined) return [];
  const faults: Fault[] = [];
  if (isPublic === true) {
    const message = allowed(
      '`auth` beside `llm`: whoever asks a model spends money',
      'Say who may, in `auth`.',
    );
    faults.push({ path: ['public'], message });
  }
  if (auth?.optional === true) {
    const message = allowed('no `optional` beside `llm`: whoever asks a model spends money', 'Remove it.');
    faults.push({ path: ['auth', 'optional'], message });
  }
  if (!match.methods.includes('POST')) {
    const message = allowed('`POST` among them: by it models are asked', 'Write `methods: [GET, POST]`.');
    faults.push({ path: ['match', 'methods'], message });
  }
  if (llm.prompts !== undefined && llm.models !== undefined) {
    const message = allowed(
      '`models` or `prompts`',
      'A prompt says itself which model it asks: leave `models` out.',
    );
    faults.push({ path: ['llm', 'models'], message });
  }
  if (llm.prompts !== undefined && llm.keep !== undefined) {
    const message = allowed(
      'no `keep` beside `prompts`, which have tests of their own',
      'Remove it; see `signet prompt test`.',
    );
    faults.push({ path: ['llm', 'keep'], message });
  }
  const rest = match.path.slice(stripPrefix.length);
  if (llm.prompts !== undefined) return [...faults, ...promptPathFaults(rest)];
  if (!/^\/(?:v1(?:beta)?\/.*|\{[A-Za-z0-9_]+\*\})$/.test(rest)) {
    const message = allowed(
      'a path below which `/v1/chat/completions` and the others are, such as `/llm/{rest*}`',
      'Write `path: /llm/{rest*}` and `stripPrefix: /llm`, or `path: /v1/{rest*}`.',
    );
    faults.push({ path: ['match', 'path'], message });
  }
  return faults;
}

/** Behind the prefix stands the name of the prompt, and nothing else. */
function promptPathFaults(rest: string): readonly Fault[] {
  if (/^\/(?:prompts\/)?\{[A-Za-z0-9_]+\*?\}$/.test(rest)) return [];
  const message = allowed(
    'a path at whose end the name of a prompt stands, such as `/prompts/{name}`',
    'Write `path: /prompts/{name}`; what stands before `/prompts` goes into `stripPrefix`.',
  );
  return [{ path: ['match', 'path'], message }];
}
