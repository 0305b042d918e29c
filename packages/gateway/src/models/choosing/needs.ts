import type { InputItem, ModelRequest, Part } from '@signet/ai';
import type { ModelAbility } from '@signet/contracts';

/** What a request needs of a model. */
export interface Needs {
  readonly abilities: ReadonlySet<ModelAbility>;
  /** Tokens of the question, estimated low: nobody is passed over by a guess that is too high. */
  readonly input: number;
  /** What its caller lets be answered; 0 where that is not said. */
  readonly output: number;
}

/** What is said of a target in the configuration. */
export interface Limits {
  readonly lacks: readonly ModelAbility[];
  /** Tokens of question and answer together; undefined: nobody has said. */
  readonly context: number | undefined;
}

/** Bytes of a token: fewer of hardly any text. */
const bytesOfToken = 6;

export function needsOf(request: ModelRequest): Needs {
  const needed = new Set<ModelAbility>();
  let bytes = 0;
  for (const item of request.items) {
    bytes += bytesOf(item);
    for (const part of partsOf(item)) {
      const ability = abilityFor(part);
      if (ability !== undefined) needed.add(ability);
    }
  }
  if (request.tools.length > 0 && request.toolChoice?.kind !== 'none') needed.add('tools');
  if (request.format?.kind === 'json-schema') needed.add('schema');
  const effort = request.reasoning?.effort;
  if (effort !== undefined && effort !== 'none') needed.add('reasoning');
  return {
    abilities: needed,
    input: Math.floor(bytes / bytesOfToken),
    output: countOf(request.limits.maxTokens),
  };
}

/** Why a target is passed over for such a request, in a few words; undefined where it can be asked. */
export function lackOf(needs: Needs, { lacks, context }: Limits): string | undefined {
  const lacking = lacks.filter((ability) => needs.abilities.has(ability));
  if (lacking.length > 0) return `has no ${lacking.join(', ')}`;
  const tokens = needs.input + needs.output;
  if (context !== undefined && tokens > context)
    return `has room for ${context} tokens, and at least ${tokens} are asked for`;
  return undefined;
}

/** Of an answer, however long its caller lets it be: nobody makes a key look used up by words. */
const mostExpected = 4_096;

/** Tokens that a question is likely to take of what a key may use. */
export function expectedTokens({ input, output }: Needs): number {
  return input + Math.min(output, mostExpected);
}

/** What is no count of tokens asks for none: whoever is asked will say so. */
function countOf(said: number | undefined): number {
  return said !== undefined && Number.isSafeInteger(said) && said > 0 ? said : 0;
}

function abilityFor(part: Part): ModelAbility | undefined {
  switch (part.kind) {
    case 'image':
      return 'vision';
    case 'audio':
      return 'audio';
    case 'file':
      return 'files';
    default:
      return undefined;
  }
}

function partsOf(item: InputItem): readonly Part[] {
  return item.kind === 'message' || item.kind === 'tool-result' ? item.parts : [];
}

/** Of its texts alone: what an image takes has nothing to do with its bytes. */
function bytesOf(item: InputItem): number {
  if (item.kind === 'tool-call') return Buffer.byteLength(item.arguments);
  if (item.kind === 'reasoning') return 0;
  return partsOf(item).reduce(
    (sum, part) => sum + (part.kind === 'text' ? Buffer.byteLength(part.text) : 0),
    0,
  );
}
