/**
 * Requests to language models and their answers, between the protocols that callers and providers speak.
 */

export { anthropicStatus, readAnthropicError, writeAnthropicError } from './anthropic/errors.ts';
export { readAnthropicAnswer } from './anthropic/read-answer.ts';
export { readAnthropicRequest } from './anthropic/read-request.ts';
export { AnthropicStreamReader } from './anthropic/read-stream.ts';
export { type AnthropicTraits, type AnthropicVersion, anthropicVersions } from './anthropic/traits.ts';
export { writeAnthropicAnswer } from './anthropic/write-answer.ts';
export { writeAnthropicRequest } from './anthropic/write-request.ts';
export { AnthropicStreamWriter } from './anthropic/write-stream.ts';
export { readBedrockError } from './bedrock/errors.ts';
export { readBedrockAnswer } from './bedrock/read-answer.ts';
export { FrameReader } from './bedrock/read-frames.ts';
export { BedrockStreamReader } from './bedrock/read-stream.ts';
export type { BedrockTraits } from './bedrock/traits.ts';
export { writeBedrockRequest } from './bedrock/write-request.ts';
export type { Budget, BudgetFacts, BudgetMost, BudgetPeriod, Dimension } from './budget/budget.ts';
export { Calendar } from './budget/calendar.ts';
export {
  type HighestCost,
  type HighestUse,
  highestCost,
  highestPrice,
  type Pricing,
} from './budget/highest-cost.ts';
export type { ModelLimits } from './budget/highest-tokens.ts';
export { labelsOf } from './budget/labels-of.ts';
export { type BudgetPage, pagesOf } from './budget/pages-of.ts';
export type { Carried, CarriedThought } from './calls/carried.ts';
export { SealCarrier } from './calls/seal-carrier.ts';
export { withCarried } from './calls/with-carried.ts';
export { failureIn } from './failure/failure-in.ts';
export { Fields } from './fields/fields.ts';
export { geminiStatus, readGeminiError, writeGeminiError } from './gemini/errors.ts';
export { readGeminiAnswer } from './gemini/read-answer.ts';
export { readGeminiRequest } from './gemini/read-request.ts';
export { GeminiStreamReader } from './gemini/read-stream.ts';
export type { GeminiTraits } from './gemini/traits.ts';
export { writeGeminiAnswer } from './gemini/write-answer.ts';
export { writeGeminiRequest } from './gemini/write-request.ts';
export { GeminiStreamWriter } from './gemini/write-stream.ts';
export { AnswerGuard } from './guards/answer-guard.ts';
export { detectorsOf, type Guard } from './guards/guard.ts';
export { guardJson } from './guards/guard-json.ts';
export { GuardedWay, type WayParts } from './guards/guarded-way.ts';
export { KeptMask } from './guards/mask-kept.ts';
export { GuardTally } from './guards/tally.ts';
export { Veil } from './guards/veil.ts';
export * from './mapping/feature.ts';
export { Notes } from './mapping/notes.ts';
export { mapping } from './mapping/table.ts';
export * from './model/event.ts';
export * from './model/loss.ts';
export { cutAnswer } from './model/malformed-answer.ts';
export type * from './model/part.ts';
export * from './model/protocol.ts';
export * from './model/reading.ts';
export * from './model/request.ts';
export type * from './model/usage.ts';
export { type ChatDialect, openaiDialect } from './openai-chat/dialect.ts';
export { type ChatDialectName, chatDialects, isChatDialect } from './openai-chat/dialects.ts';
export { readChatError, writeChatError } from './openai-chat/errors.ts';
export { readChatAnswer } from './openai-chat/read-answer.ts';
export { readChatRequest } from './openai-chat/read-request.ts';
export { ChatStreamReader } from './openai-chat/read-stream.ts';
export { writeChatAnswer } from './openai-chat/write-answer.ts';
export { writeChatRequest } from './openai-chat/write-request.ts';
export { ChatStreamWriter } from './openai-chat/write-stream.ts';
export { readResponsesAnswer } from './openai-responses/read-answer.ts';
export { readResponsesRequest } from './openai-responses/read-request.ts';
export { ResponsesStreamReader } from './openai-responses/read-stream.ts';
export { writeResponsesAnswer } from './openai-responses/write-answer.ts';
export { writeResponsesRequest } from './openai-responses/write-request.ts';
export { ResponsesStreamWriter } from './openai-responses/write-stream.ts';
export { type Cost, type CostPart, costOf, type Factor, type FindRow } from './price/cost.ts';
export { listedPrices } from './price/genai-prices.ts';
export { PriceBook } from './price/price-book.ts';
export type { PriceRow, Rate, Rates, Tier } from './price/price-row.ts';
export { readPriceRow, type WrittenRow } from './price/read-price-file.ts';
export { AnswerWords, answerOf } from './prompts/answer.ts';
export { judgeAnswer, type PromptAnswer } from './prompts/judge.ts';
export { type PromptValues, renderPrompt } from './prompts/render.ts';
export { AnswerEar } from './rehearsal/answer-ear.ts';
export { type CaseWishes, judgeCase } from './rehearsal/judge-case.ts';
export { EventReader, type ServerEvent } from './sse/read-events.ts';
export { heartbeat, writeEvent } from './sse/write-event.ts';
