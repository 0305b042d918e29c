import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import { cutAnswer } from '../model/malformed-answer.ts';
import { geminiStatus, writeGeminiError } from './errors.ts';
import { type WireCandidate, type WireChunk, WireChunks } from './write-chunks.ts';

export interface WrittenAnswer {
  readonly status: number;
  readonly body: unknown;
}

type WirePart = Readonly<Record<string, unknown>>;

/** A whole answer in Gemini's form: what its stream adds up to. */
export function writeGeminiAnswer(events: readonly ModelEvent[], notes: Notes): WrittenAnswer {
  const failed = events.find((event) => event.kind === 'failed');
  if (failed?.kind === 'failed') return failure(failed.failure);
  const writer = new WireChunks(notes);
  const chunks: WireChunk[] = [];
  for (const event of events) {
    for (const chunk of writer.take(event)) {
      if ('error' in chunk) return { status: chunk.error.code, body: chunk };
      chunks.push(chunk);
    }
  }
  const last = chunks.at(-1);
  if (last === undefined || events.at(-1)?.kind !== 'end') return failure(cutAnswer);
  return { status: 200, body: { ...last, candidates: candidatesOf(chunks) } };
}

function failure(failed: ModelFailure): WrittenAnswer {
  return { status: geminiStatus(failed), body: writeGeminiError(failed) };
}

function candidatesOf(chunks: readonly WireChunk[]): readonly WireCandidate[] {
  const pieces = new Map<number, WireCandidate[]>();
  for (const candidate of chunks.flatMap(({ candidates }) => candidates ?? [])) {
    const same = pieces.get(candidate.index);
    if (same === undefined) pieces.set(candidate.index, [candidate]);
    else same.push(candidate);
  }
  return [...pieces.values()].map(sumOf);
}

function sumOf(pieces: readonly WireCandidate[]): WireCandidate {
  const parts = joined(pieces.flatMap(({ content }) => content?.parts ?? []));
  const citationSources = pieces.flatMap(({ citationMetadata }) => citationMetadata?.citationSources ?? []);
  const last = pieces.at(-1);
  return {
    content: { role: 'model', parts },
    ...(citationSources.length > 0 && { citationMetadata: { citationSources } }),
    ...known({ finishReason: last?.finishReason, finishMessage: last?.finishMessage }),
    index: last?.index ?? 0,
  };
}

/** Pieces of one text are one part, which its signature ends. */
function joined(parts: readonly WirePart[]): readonly WirePart[] {
  const sum: WirePart[] = [];
  for (const part of parts) {
    const last = sum.at(-1);
    if (last !== undefined && belongTogether(last, part)) {
      sum[sum.length - 1] = { ...last, ...part, text: `${last['text']}${part['text']}` };
    } else sum.push(part);
  }
  return sum;
}

function belongTogether(last: WirePart, part: WirePart): boolean {
  const isText = typeof last['text'] === 'string' && typeof part['text'] === 'string';
  return isText && last['thought'] === part['thought'] && last['thoughtSignature'] === undefined;
}
