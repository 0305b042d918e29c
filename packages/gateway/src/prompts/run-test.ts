import { answerOf, judgeAnswer, type ModelEvent, type ModelRequest, renderPrompt } from '@signet/ai';
import {
  type GoldenTest,
  type LlmConfiguration,
  type PromptDefinition,
  valuesSchema,
} from '@signet/contracts';
import { Schemas } from '../described/schemas.ts';
import { askDirectly, type DirectParts } from '../models/ask-directly.ts';
import { bookDirect } from '../models/book-directly.ts';
import { keyedBy, targetsOf } from '../models/compiled-llm.ts';
import { highestOf } from '../models/offer-of.ts';
import { AccessTokens } from '../models/vertex/access-tokens.ts';
import type { SpendingLedger } from '../ports/index.ts';
import { promptWords } from './prompt-words.ts';

export interface TestParts extends DirectParts {
  readonly ledger: Pick<SpendingLedger, 'book'>;
}

interface Tested {
  readonly name: string;
  readonly definition: PromptDefinition;
}

type Asking = TestParts & { readonly accessTokens: AccessTokens };

const schemas = new Schemas();

/** The label under which tests are booked, by the name of their prompt: what callers are answered does not have it. */
const ofTests = 'golden-test';

/**
 * Asks the model of a prompt with the values of a test, as a route would, whoever of those that have it answers first: in what its
 * answer is not as it must be. Nothing of what was answered is told, and nothing of what a provider says of a failure.
 */
export function createRunTest(
  given: TestParts,
): (prompt: Tested, test: GoldenTest, llm?: LlmConfiguration) => Promise<readonly string[]> {
  const accessTokens = new AccessTokens(given.askServer, given.now);
  return async (prompt, { values, expect }, llm) => {
    const { definition } = prompt;
    const parts = { ...given, accessTokens, ...(llm === undefined ? {} : { llm: () => llm }) };
    if (schemas.compile(valuesSchema(definition))(values) !== undefined)
      return ['has values that the prompt does not take'];
    const events = await answerTo(prompt, values, parts);
    if (typeof events === 'string') return [events];
    const fault = promptWords('', definition, schemas).fault(events);
    if (fault !== undefined) return [fault];
    const answer = answerOf(events);
    const value = definition.output === undefined ? {} : { value: JSON.parse(answer.text) as unknown };
    return judgeAnswer(expect, { ...answer, ...value });
  };
}

async function answerTo(
  { name, definition }: Tested,
  values: GoldenTest['values'],
  parts: Asking,
): Promise<readonly ModelEvent[] | string> {
  const llm = parts.llm();
  const model = Object.hasOwn(llm.models, definition.model) ? llm.models[definition.model] : undefined;
  if (model === undefined) return 'asks a model that is none of `llm.models`';
  const request = renderPrompt(definition, values, { stream: false });
  let told = 'was asked of nobody';
  for (const choosable of targetsOf(model.targets, llm)) {
    const target = keyedBy(choosable, parts.now().wall, () => true);
    if (target === undefined) continue;
    const highest = highestOf(request, sizeOf(request), target, parts.now().wall);
    const answered = await askDirectly(target, { request, from: 'chat', reference: 'prompt-test' }, parts);
    const { provider, model: asked } = target;
    await bookDirect(parts.ledger, {
      ...{ answered, target, highest, at: parts.now().wall },
      labels: { [ofTests]: name, provider, model: asked },
    });
    if (answered.kind === 'answered') return answered.events;
    ({ told } = answered);
  }
  return told;
}

function sizeOf(request: ModelRequest): number {
  return Buffer.byteLength(JSON.stringify(request));
}
