import { known } from '../fields/known.ts';
import type { Notes } from '../mapping/notes.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import { malformedAnswer } from '../model/malformed-answer.ts';
import type { Usage } from '../model/usage.ts';
import { type GeminiErrorBody, writeGeminiError } from './errors.ts';
import { writeFinishReason } from './finish.ts';
import { CandidateWriter, type Said } from './write-candidates.ts';
import { writeUsage } from './write-usage.ts';

type Of<Kind extends ModelEvent['kind']> = Extract<ModelEvent, { readonly kind: Kind }>;

export interface WireCandidate {
  readonly content?: { readonly role: 'model'; readonly parts: readonly Readonly<Record<string, unknown>>[] };
  readonly citationMetadata?: { readonly citationSources: readonly unknown[] };
  readonly finishReason?: string;
  readonly finishMessage?: string;
  readonly index: number;
}

/** One response of generateContent, whole or a piece. */
export interface WireChunk {
  readonly candidates?: readonly WireCandidate[];
  readonly usageMetadata?: Readonly<Record<string, unknown>>;
  readonly modelVersion?: string;
  readonly responseId?: string;
  readonly createTime?: string;
}

/** What the model's events come to on Gemini's wire: responses, or an error that ends them. */
export class WireChunks {
  readonly #notes: Notes;
  readonly #candidates: CandidateWriter;
  readonly #finishes = new Map<number, Of<'finish'>>();
  #head: Omit<WireChunk, 'candidates' | 'usageMetadata'> = {};
  #usage: Usage | undefined;
  #over = false;

  constructor(notes: Notes) {
    this.#notes = notes;
    this.#candidates = new CandidateWriter(notes);
  }

  take(event: ModelEvent): readonly (WireChunk | GeminiErrorBody)[] {
    if (this.#over) return [];
    switch (event.kind) {
      case 'begin':
        this.#head = headOf(event);
        return [];
      case 'usage':
        this.#usage = event.usage;
        return [];
      case 'finish':
        this.#finishes.set(event.answer ?? 0, event);
        return [];
      case 'ping':
        return [];
      case 'end':
        return this.#ends();
      case 'failed':
        return this.#fails(event.failure);
      default:
        return this.#candidates.take(event).map((said) => this.#chunk(said));
    }
  }

  #ends(): readonly (WireChunk | GeminiErrorBody)[] {
    const last = this.#candidates.close().map((said) => this.#chunk(said));
    const broken = this.#brokenCalls();
    if (broken !== undefined) return this.#fails(broken);
    this.#over = true;
    const candidates = [...this.#finishes].map(([index, finish]) => this.#finished(index, finish));
    const usageMetadata = this.#usage && writeUsage(this.#usage, this.#notes);
    return [...last, known({ candidates, usageMetadata, ...this.#head })];
  }

  /** A call whose arguments are broken is never told; where the answer reached its limit within them, it is left out. */
  #brokenCalls(): ModelFailure | undefined {
    const reasons = [...this.#finishes.values()].map(({ reason }) => reason);
    if (reasons.length === 0) return malformedAnswer('does not say why it ended');
    if (this.#candidates.broken === 0) return undefined;
    if (!reasons.includes('length'))
      return malformedAnswer('called a tool with arguments that are no object of JSON');
    const reason = 'the answer reached its limit within the arguments of this call';
    this.#notes.losses.note({ path: 'functionCall', of: 'answer', fate: 'dropped', reason });
    return undefined;
  }

  #finished(index: number, { reason, said, explanation, stopSequence }: Of<'finish'>): WireCandidate {
    if (stopSequence !== undefined) this.#notes.note('stop sequence told');
    const finishReason = this.#candidates.refused(index) ? 'SAFETY' : writeFinishReason(reason, said);
    return known({ finishReason, finishMessage: explanation, index });
  }

  #fails(failure: ModelFailure): readonly [GeminiErrorBody] {
    this.#over = true;
    return [writeGeminiError(failure)];
  }

  #chunk({ answer, part, citations }: Said): WireChunk {
    const candidate = known({
      content: part && ({ role: 'model', parts: [part] } as const),
      citationMetadata: citations && { citationSources: citations },
      index: answer,
    });
    return { candidates: [candidate], ...this.#head };
  }
}

function headOf({ id, model, createdAt }: Of<'begin'>): Omit<WireChunk, 'candidates' | 'usageMetadata'> {
  const createTime = createdAt === undefined ? undefined : new Date(createdAt * 1_000).toISOString();
  return known({ modelVersion: model, responseId: id, createTime });
}
