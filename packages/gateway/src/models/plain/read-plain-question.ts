import type { Guard } from '@signet/ai';
import { refusal, type SignetRefusal } from '@signet/contracts';
import { ModelGuards } from '../../model-guards/model-guards.ts';
import { pointsElsewhere } from '../points-elsewhere.ts';
import { type Question, readQuestion, rewritten } from '../question.ts';
import { readFormQuestion } from './form-question.ts';
import type { PlainDoor } from './plain-door.ts';
import type { PlainQuestion } from './plain-question.ts';

type Wire = Readonly<Record<string, unknown>>;

/** Reads what somebody asks at such a door. There is one model: whatever names another is refused. */
export function readPlainQuestion(
  bytes: Buffer,
  door: PlainDoor,
  looking: readonly Guard[],
  contentType: string = '',
): PlainQuestion | SignetRefusal {
  if (door.wish === 'transcriptions') return readFormQuestion(bytes, looking, contentType);
  const came = readQuestion(bytes);
  if (!('root' in came)) return came;
  const guards = new ModelGuards(looking, came.text);
  const question = guards.guard(came);
  if (!('root' in question)) return question;
  const value = question.value as Wire;
  const field = pointsElsewhere(door.wish === 'images' ? withoutWords(value) : value);
  if (field !== undefined) return refusal('model_request_invalid.elsewhere', { field });
  if (value['stream'] === true) return wrong('What is asked here is not streamed.');
  if (looking.length > 0 && door.wish === 'embeddings' && hasTokens(value['input']))
    return wrong('No guard of this route can look into tokens: send the texts.');
  const read = door.model === undefined ? byBody(question, value) : byAddress(question, value, door.model);
  return 'bodyFor' in read ? { ...read, guards } : read;
}

/** Numbers in place of texts, each for a word of the model's own. */
function hasTokens(input: unknown): boolean {
  return typeof input === 'number' || (Array.isArray(input) && input.some(hasTokens));
}

type Read = Omit<PlainQuestion, 'guards'>;

/** What a picture is to show is called as what a provider keeps is elsewhere. */
function withoutWords(value: Wire): Wire {
  const { prompt, ...rest } = value;
  return typeof prompt === 'string' ? rest : value;
}

function byBody(question: Question, value: Wire): Read | SignetRefusal {
  const { model } = value;
  if (typeof model !== 'string' || model === '') return wrong('The model is missing.');
  const bodyFor = (name: string): string =>
    name === model ? question.text : rewritten(question, [{ name: 'model', json: JSON.stringify(name) }]);
  return { model, value, bodyFor };
}

/** Google has the model in the address, and once more in what stands below: there it must be the same. */
function byAddress(question: Question, value: Wire, model: string): Read | SignetRefusal {
  const named = namedIn(value);
  if (named.some((name) => name !== model && name !== `models/${model}`))
    return wrong('The model stands in the address alone, or is the same wherever it is said.');
  const bodyFor = (name: string): string =>
    named.length === 0 ? question.text : JSON.stringify(withModel(value, `models/${name}`));
  return { model, value, bodyFor };
}

const below = ['requests', 'generateContentRequest', 'generate_content_request'] as const;

/** Whatever stands where the name of a model may stand. */
function namedIn(value: Wire): readonly unknown[] {
  const nested = below.flatMap((name) => value[name] ?? []).filter(isObject);
  return [value, ...nested].flatMap((each) => (Object.hasOwn(each, 'model') ? [each['model']] : []));
}

function withModel(value: Wire, model: string): Wire {
  const own = Object.hasOwn(value, 'model') ? { model } : {};
  const nested = below.flatMap((name) => {
    const found = value[name];
    if (found === undefined) return [];
    const named = Array.isArray(found) ? found.map((each) => renamed(each, model)) : renamed(found, model);
    return [[name, named] as const];
  });
  return { ...value, ...own, ...Object.fromEntries(nested) };
}

function renamed(value: unknown, model: string): unknown {
  return isObject(value) && Object.hasOwn(value, 'model') ? { ...value, model } : value;
}

function isObject(value: unknown): value is Wire {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrong(reason: string): SignetRefusal {
  return refusal('model_request_invalid.reading', { reason });
}
