import { answerOf, judgeAnswer, type ModelEvent, renderPrompt } from '@signet/ai';
import { type GoldenTest, type PromptDefinition, valuesSchema } from '@signet/contracts';
import { Schemas } from '../described/schemas.ts';
import { askDirectly, type DirectParts } from '../models/ask-directly.ts';
import { keyedBy, targetsOf } from '../models/compiled-llm.ts';
import { AccessTokens } from '../models/vertex/access-tokens.ts';
import { promptWords } from './prompt-words.ts';

export type TestParts = DirectParts;

type Asking = TestParts & { readonly accessTokens: AccessTokens };

const schemas = new Schemas();

/**
 * Asks the model of a prompt with the values of a test, as a route would, whoever of those that have it answers first: in what its
 * answer is not as it must be. Nothing of what was answered is told, and nothing of what a provider says of a failure.
 */
export function createRunTest(
  given: TestParts,
): (definition: PromptDefinition, test: GoldenTest) => Promise<readonly string[]> {
  const parts = { ...given, accessTokens: new AccessTokens(given.askServer, given.now) };
  return async (definition, { values, expect }) => {
    if (schemas.compile(valuesSchema(definition))(values) !== undefined)
      return ['has values that the prompt does not take'];
    const events = await answerTo(definition, values, parts);
    if (typeof events === 'string') return [events];
    const fault = promptWords('', definition, schemas).fault(events);
    if (fault !== undefined) return [fault];
    const answer = answerOf(events);
    const value = definition.output === undefined ? {} : { value: JSON.parse(answer.text) as unknown };
    return judgeAnswer(expect, { ...answer, ...value });
  };
}

async function answerTo(
  definition: PromptDefinition,
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
    const answered = await askDirectly(target, { request, from: 'chat', reference: 'prompt-test' }, parts);
    if (answered.kind === 'answered') return answered.events;
    ({ told } = answered);
  }
  return told;
}
