import { event, piecesOf, type Saying, type SpokenWire } from './saying.ts';

const base = {
  usageMetadata: {
    promptTokenCount: 12,
    candidatesTokenCount: 4,
    thoughtsTokenCount: 3,
    totalTokenCount: 19,
  },
  modelVersion: 'gemini-3-pro-preview',
  responseId: 'test',
};

/** generateContent of Gemini, whose calls have no id, and whose streams end with what they finished by. */
export const geminiWire: SpokenWire = {
  whole: (saying) => answer(partsOf(saying), 'STOP'),
  events: (saying) => {
    const parts = streamedParts(saying);
    return parts.map((part, index) => event(answer([part], index === parts.length - 1 ? 'STOP' : undefined)));
  },
  closing: 1,
  refusal: (message) => ({ error: { code: 400, message, status: 'INVALID_ARGUMENT' } }),
};

function partsOf(saying: Saying): readonly object[] {
  if (saying.kind === 'words') return [{ text: saying.text }];
  const { thought, seal, name, input } = saying;
  return [
    { text: thought, thought: true },
    { functionCall: { name, args: input }, thoughtSignature: seal },
  ];
}

function streamedParts(saying: Saying): readonly object[] {
  if (saying.kind !== 'words') return partsOf(saying);
  return piecesOf(saying.text).map((text) => ({ text }));
}

function answer(parts: readonly object[], finishReason: string | undefined): object {
  const content = { role: 'model', parts };
  return {
    candidates: [{ content, index: 0, ...(finishReason === undefined ? {} : { finishReason }) }],
    ...base,
  };
}
