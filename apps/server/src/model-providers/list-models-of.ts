import type { AddedKind, TestModelProviderAnswer } from '@signet/contracts';
import type { ListModelsOf } from '@signet/control/ports';
import type { AskServer } from '@signet/trust';

/** The operator wrote the address. Lists of a thousand models take less. */
const limits = { maxBytes: 4 * 1024 * 1024, timeoutMs: 10_000, reach: 'anywhere' } as const;
/** More are counted. */
const mostTold = 200;
const longestName = 256;

/** Asks for the list of models, by which every provider says whether it takes a key, and none bills anything. */
export function createListModelsOf(askServer: AskServer): ListModelsOf {
  return async ({ kind, url, key }) => {
    const headers = { accept: 'application/json', ...keyHeader(kind, key) };
    let answer: Response;
    try {
      answer = await askServer(`${url}${pathOf(kind)}`, { method: 'GET', headers }, limits);
    } catch {
      // What went wrong may name the address with what the provider said of the key: the outcome says enough.
      return told('unreachable');
    }
    const { status } = answer;
    if (status === 401 || status === 402 || status === 403) return told('key-refused', status);
    const names = status === 200 ? namesIn(await answer.text()) : undefined;
    return names === undefined ? told('other-answer', status) : told('answers', status, names);
  };
}

function pathOf(kind: AddedKind): string {
  switch (kind) {
    case 'anthropic':
      return '/v1/models?limit=1000';
    case 'gemini':
      return '/v1beta/models?pageSize=1000';
    case 'azure':
      return '/openai/v1/models';
    default:
      return '/models';
  }
}

function keyHeader(kind: AddedKind, key: string): Readonly<Record<string, string>> {
  switch (kind) {
    case 'anthropic':
      return { 'x-api-key': key, 'anthropic-version': '2023-06-01' };
    case 'gemini':
      return { 'x-goog-api-key': key };
    case 'azure':
      return { 'api-key': key };
    default:
      return { authorization: `Bearer ${key}` };
  }
}

/** `{ data: [{ id }] }`, or `{ models: [{ name: "models/…" }] }` as Gemini has it; undefined for what is no list. */
function namesIn(text: string): readonly string[] | undefined {
  const body = parsed(text);
  const list = memberOf(body, 'data') ?? memberOf(body, 'models');
  if (!Array.isArray(list)) return undefined;
  return list.flatMap((each: unknown) => {
    const name = memberOf(each, 'id') ?? memberOf(each, 'name');
    return typeof name === 'string' ? [name.replace(/^models\//, '').slice(0, longestName)] : [];
  });
}

function memberOf(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return Object.getOwnPropertyDescriptor(value, name)?.value;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function told(
  outcome: TestModelProviderAnswer['outcome'],
  status?: number,
  names: readonly string[] = [],
): TestModelProviderAnswer {
  const models = [...names].sort();
  return {
    outcome,
    ...(status === undefined ? {} : { status }),
    models: models.slice(0, mostTold),
    furtherModels: Math.max(0, models.length - mostTold),
  };
}
