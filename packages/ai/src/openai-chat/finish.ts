import type { FinishReason } from '../model/event.ts';

const reasons: Readonly<Record<string, FinishReason>> = {
  stop: 'stop',
  length: 'length',
  tool_calls: 'tool-calls',
  function_call: 'tool-calls',
  content_filter: 'content-filter',
  error: 'error',
  // Of neighbours: Mistral, DeepSeek, vLLM, Together.
  model_length: 'length',
  insufficient_system_resource: 'error',
  eos: 'stop',
  abort: 'error',
};

const words: Readonly<Record<FinishReason, string>> = {
  stop: 'stop',
  length: 'length',
  'tool-calls': 'tool_calls',
  'content-filter': 'content_filter',
  // Clients know no word for it: such an answer fails before it could be written.
  error: 'error',
};

/** Those that official clients know. */
const official: ReadonlySet<string> = new Set([
  'stop',
  'length',
  'tool_calls',
  'content_filter',
  'function_call',
]);

export interface ToldFinish {
  readonly reason: FinishReason;
  readonly said?: string;
}

/**
 * Why an answer ended. A forced call ends with `stop` here, though whoever called waits for its result: that is told as a
 * call, and the word is kept.
 */
export function readFinish(word: string | undefined, hasCalls: boolean): ToldFinish {
  const told = word === undefined ? 'stop' : (ownReason(word) ?? 'stop');
  const reason = told === 'stop' && hasCalls ? 'tool-calls' : told;
  return word === undefined || word === words[reason] ? { reason } : { reason, said: word };
}

/** Its own word where that is one of this protocol, else the nearest. */
export function writeFinish({ reason, said }: ToldFinish): string {
  return said !== undefined && official.has(said) ? said : words[reason];
}

function ownReason(word: string): FinishReason | undefined {
  return Object.hasOwn(reasons, word) ? reasons[word] : undefined;
}
