import {
  AnthropicStreamReader,
  AnthropicStreamWriter,
  anthropicStatus,
  BedrockStreamReader,
  ChatStreamReader,
  ChatStreamWriter,
  GeminiStreamReader,
  GeminiStreamWriter,
  geminiStatus,
  type Losses,
  type ModelEvent,
  type ModelFailure,
  type Notes,
  type Protocol,
  type ProviderProtocol,
  type RequestReading,
  ResponsesStreamReader,
  ResponsesStreamWriter,
  readAnthropicAnswer,
  readAnthropicError,
  readAnthropicRequest,
  readBedrockAnswer,
  readBedrockError,
  readChatAnswer,
  readChatError,
  readChatRequest,
  readGeminiAnswer,
  readGeminiError,
  readGeminiRequest,
  readResponsesAnswer,
  readResponsesRequest,
  type ServerEvent,
  writeAnthropicAnswer,
  writeAnthropicError,
  writeChatAnswer,
  writeChatError,
  writeGeminiAnswer,
  writeGeminiError,
  writeResponsesAnswer,
} from '@signet/ai';

export interface StreamReader {
  read(event: ServerEvent): readonly ModelEvent[];
  /** The connection has ended. */
  end(): readonly ModelEvent[];
}

export interface StreamWriter {
  write(event: ModelEvent): string;
}

/** What the address of a request says, in the one protocol that has it there. */
export interface Address {
  readonly model: string;
  readonly stream: boolean;
}

/** A protocol as a caller speaks it and as a provider does. */
export interface Spoken {
  readRequest(body: unknown, losses: Losses, address?: Address): RequestReading;
  readAnswer(body: unknown, losses: Losses): readonly ModelEvent[];
  writeAnswer(
    events: readonly ModelEvent[],
    notes: Notes,
  ): { readonly status: number; readonly body: unknown };
  /** @param terminator how its end is known: `finish` of those who send no `[DONE]` */
  reader(losses: Losses, terminator?: 'done' | 'finish'): StreamReader;
  writer(notes: Notes, withUsage: boolean): StreamWriter;
  readError(body: unknown, status: number): ModelFailure;
  writeError(failure: ModelFailure): unknown;
  /** Of HTTP, as this protocol has it. */
  status(failure: ModelFailure): number;
}

const openaiErrors = {
  readError: readChatError,
  writeError: writeChatError,
  status: ({ status }: ModelFailure) => status,
} as const;

export const spoken: Readonly<Record<Protocol, Spoken>> = Object.freeze({
  chat: {
    readRequest: readChatRequest,
    readAnswer: readChatAnswer,
    writeAnswer: (events, notes) => ({ status: 200, body: writeChatAnswer(events, notes) }),
    reader: (losses: Losses, terminator: 'done' | 'finish' = 'done') =>
      new ChatStreamReader({ losses, terminator }),
    writer: (notes: Notes, withUsage: boolean) => new ChatStreamWriter({ notes, withUsage }),
    ...openaiErrors,
  },
  responses: {
    readRequest: readResponsesRequest,
    readAnswer: readResponsesAnswer,
    writeAnswer: (events, notes) => ({ status: 200, body: writeResponsesAnswer(events, notes) }),
    reader: (losses: Losses) => new ResponsesStreamReader({ losses }),
    writer: (notes: Notes) => new ResponsesStreamWriter({ notes }),
    ...openaiErrors,
  },
  anthropic: {
    readRequest: readAnthropicRequest,
    readAnswer: readAnthropicAnswer,
    writeAnswer: writeAnthropicAnswer,
    reader: (losses: Losses) => new AnthropicStreamReader({ losses }),
    writer: (notes: Notes) => new AnthropicStreamWriter({ notes }),
    readError: readAnthropicError,
    writeError: writeAnthropicError,
    status: anthropicStatus,
  },
  gemini: {
    readRequest: (body, losses, address = { model: '', stream: false }) =>
      readGeminiRequest(body, { ...address, losses }),
    readAnswer: readGeminiAnswer,
    writeAnswer: writeGeminiAnswer,
    reader: (losses: Losses) => new GeminiStreamReader({ losses }),
    writer: (notes: Notes) => new GeminiStreamWriter({ notes }),
    readError: readGeminiError,
    writeError: writeGeminiError,
    status: geminiStatus,
  },
} satisfies Readonly<Record<Protocol, Spoken>>);

/** A protocol as a provider speaks it. */
export type SpokenByProvider = Pick<Spoken, 'readAnswer' | 'reader' | 'readError'>;

export const spokenByProviders: Readonly<Record<ProviderProtocol, SpokenByProvider>> = Object.freeze({
  ...spoken,
  bedrock: {
    readAnswer: readBedrockAnswer,
    reader: (losses: Losses) => new BedrockStreamReader({ losses }),
    readError: readBedrockError,
  },
} satisfies Readonly<Record<ProviderProtocol, SpokenByProvider>>);
