import type { Guard } from '@signet/ai';
import { refusal, type SignetRefusal } from '@signet/contracts';
import { ModelGuards } from '../../model-guards/model-guards.ts';
import { boundedAnew, type FormPart, formType, readForm, writeForm } from './form.ts';
import type { PlainQuestion } from './plain-question.ts';

/** Of the forms of an answer those in which it can be counted. */
const counted = new Set(['json', 'verbose_json', 'diarized_json']);

/** Reads what somebody asks by a form. Each field stands once, but for lists; nothing is streamed, as nobody could count it, and nothing goes past a guard. */
export function readFormQuestion(
  bytes: Buffer,
  looking: readonly Guard[],
  contentType: string,
): PlainQuestion | SignetRefusal {
  if (looking.length > 0) return refusal('model_request_invalid.body', { found: 'what no guard can read' });
  const read = readForm(bytes, contentType);
  if (read === undefined) return refusal('model_request_invalid.body', { found: 'no such form' });
  const form = boundedAnew(read, bytes);
  const twice = repeatedIn(form.parts);
  if (twice !== undefined)
    return refusal('model_request_invalid.body', { found: `the field ${twice} twice` });
  const textOf = (name: string): string | undefined =>
    form.parts.find((part) => part.name === name && part.filename === undefined)?.content.toString();
  const model = textOf('model');
  if (model === undefined || model === '') return wrong('The model is missing.');
  if ((textOf('stream') ?? 'false').toLowerCase() !== 'false')
    return wrong('What is asked here is not streamed.');
  if (!counted.has(textOf('response_format') ?? 'json'))
    return wrong('An answer that is no JSON cannot be counted: ask for json or verbose_json.');
  const bodyFor = (name: string): Buffer =>
    writeForm({
      ...form,
      parts: form.parts.map((part) =>
        part.name === 'model' ? { ...part, content: Buffer.from(name) } : part,
      ),
    });
  return { model, value: {}, guards: new ModelGuards([], ''), type: formType(form), bodyFor };
}

/** Some servers overlook whether letters are small, and take the first or the last of two. Lists end in brackets. */
function repeatedIn(parts: readonly FormPart[]): string | undefined {
  const seen = new Set<string>();
  return parts
    .map(({ name }) => name)
    .filter((name) => !name.endsWith('[]'))
    .find((name) => {
      const lower = name.toLowerCase();
      const isSeen = seen.has(lower);
      seen.add(lower);
      return isSeen;
    });
}

function wrong(reason: string): SignetRefusal {
  return refusal('model_request_invalid.reading', { reason });
}
