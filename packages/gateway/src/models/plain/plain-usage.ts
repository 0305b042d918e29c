import { Fields, Losses, type Usage } from '@signet/ai';
import type { PlainWish } from './plain-door.ts';

type Counted = Pick<Usage, 'input' | 'output'> & Partial<Usage>;

/** Bytes of text that make a token, about: where a provider counts nothing itself. */
const bytesOfToken = 4;

/**
 * What an answer says that it took; what its provider does not count is estimated by the texts that were sent. Undefined where nothing
 * is charged for it.
 */
export function plainUsage(wish: PlainWish, question: unknown, answer: unknown): Usage | undefined {
  switch (wish) {
    case 'count-messages':
    case 'count-contents':
    case 'moderations':
    case 'kept-answer':
      return undefined;
    case 'embed-content':
    case 'embed-contents':
      return ofGemini(answer) ?? estimated(question);
    case 'rerank':
      return ofTokens(answer) ?? searchesIn(answer) ?? estimated(question);
    case 'images':
      return ofImages(answer) ?? unknownOf('images');
    case 'transcriptions':
      return ofAudio(answer) ?? unknownOf('transcriptions');
    case 'embeddings':
      return ofTokens(answer) ?? estimated(question);
  }
}

function ofTokens(answer: unknown): Usage | undefined {
  const usage = fieldsOf(answer).below('usage');
  const input = countIn(usage, 'prompt_tokens') ?? countIn(usage, 'total_tokens');
  return input === undefined ? undefined : told({ input, output: 0 });
}

function ofGemini(answer: unknown): Usage | undefined {
  const input = countIn(fieldsOf(answer).below('usageMetadata'), 'promptTokenCount');
  return input === undefined ? undefined : told({ input, output: 0 });
}

function ofImages(answer: unknown): Usage | undefined {
  const usage = fieldsOf(answer).below('usage');
  const input = countIn(usage, 'input_tokens');
  const output = countIn(usage, 'output_tokens');
  const imageInput = countIn(usage?.below('input_tokens_details'), 'image_tokens');
  if (input === undefined || output === undefined) return undefined;
  return told({ input, output, ...(imageInput === undefined ? {} : { imageInput }) });
}

/** Some are paid by the search. */
function searchesIn(answer: unknown): Usage | undefined {
  const units = countIn(fieldsOf(answer).below('meta')?.below('billed_units'), 'search_units');
  return units === undefined ? undefined : told({ input: 0, output: 0, others: { search_units: units } });
}

/** Some are paid by the second. */
function ofAudio(answer: unknown): Usage | undefined {
  const usage = fieldsOf(answer).below('usage');
  const input = countIn(usage, 'input_tokens') ?? countIn(usage, 'prompt_tokens');
  const output = countIn(usage, 'output_tokens') ?? countIn(usage, 'completion_tokens');
  const audioInput = countIn(usage?.below('input_token_details'), 'audio_tokens');
  if (input !== undefined && output !== undefined)
    return told({ input, output, ...(audioInput === undefined ? {} : { audioInput }) });
  const seconds = usage?.number('seconds');
  if (seconds === undefined || seconds < 0 || !Number.isSafeInteger(Math.ceil(seconds))) return undefined;
  return told({ input: 0, output: 0, others: { audio_seconds: Math.ceil(seconds) } });
}

/** What nobody counted has no price here, and unknown is never nothing. */
function unknownOf(what: string): Usage {
  return { provenance: 'estimated', input: 0, output: 0, others: { [what]: 1 } };
}

/** All texts that were sent, wherever they stand: rather more than what is charged. */
function estimated(question: unknown): Usage {
  return { provenance: 'estimated', input: Math.ceil(bytesIn(question) / bytesOfToken), output: 0 };
}

/** The depth of a question is bounded where it is read. */
function bytesIn(value: unknown): number {
  if (typeof value === 'string') return Buffer.byteLength(value);
  if (typeof value === 'number') return bytesOfToken;
  if (typeof value !== 'object' || value === null) return 0;
  return Object.values(value).reduce((sum: number, each: unknown) => sum + bytesIn(each), 0);
}

function told(counted: Counted): Usage {
  return { provenance: 'provider', ...counted };
}

function fieldsOf(answer: unknown): Fields {
  return new Fields(answer, { path: '', of: 'answer', losses: new Losses() });
}

/** A count below zero would be money given back. */
function countIn(fields: Fields | undefined, name: string): number | undefined {
  const value = fields?.number(name);
  return value !== undefined && Number.isSafeInteger(value) && value >= 0 ? value : undefined;
}
