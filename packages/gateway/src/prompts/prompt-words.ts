import { AnswerWords, answerOf, type ModelEvent, writeEvent } from '@signet/ai';
import type { PromptDefinition } from '@signet/contracts';
import { brokenRule, namesIn } from '../described/broken-rule.ts';
import type { Schemas } from '../described/schemas.ts';
import type { OwnWords } from '../models/asked-model.ts';
import type { StreamWriter } from '../models/spoken.ts';

/** The answer to a prompt: what its output is, or a text and why it ended; streamed as events of text. */
export function promptWords(asked: string, { output }: PromptDefinition, schemas: Schemas): OwnWords {
  return {
    asked,
    fault: (events) => (output === undefined ? undefined : faultOf(answerOf(events), output, schemas)),
    writeAnswer(events) {
      const { text, cut } = answerOf(events);
      const body: unknown = output === undefined ? { text, finish: cut ?? 'stop' } : JSON.parse(text);
      return { status: 200, body };
    },
    writer: () => new PromptStream(),
  };
}

function faultOf(
  { text, cut }: ReturnType<typeof answerOf>,
  output: NonNullable<PromptDefinition['output']>,
  schemas: Schemas,
): string | undefined {
  if (cut !== undefined) return `was cut (${cut})`;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'is no JSON';
  }
  const error = schemas.compile(output)(value);
  if (error === undefined) return undefined;
  const { place, rule } = brokenRule(error, namesIn(output), value);
  return `is not what the prompt has as its output, ${rule} at ${place}`;
}

/** Of what a provider says of its failure nothing is told on: it may speak of the prompt. */
class PromptStream implements StreamWriter {
  readonly #words = new AnswerWords();

  write(event: ModelEvent): string {
    const text = this.#words.read(event);
    if (text !== '') return written('text', { text });
    if (event.kind === 'end') return written('end', { finish: this.#words.cut ?? 'stop' });
    return event.kind === 'failed' ? written('error', { code: 'model_unavailable' }) : '';
  }
}

function written(name: string, data: object): string {
  return writeEvent({ name, data: JSON.stringify(data) });
}
