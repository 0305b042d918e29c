import { Fields, isRecord } from '../fields/fields.ts';
import { merged } from '../fields/merged.ts';
import type { ModelEvent, ModelFailure } from '../model/event.ts';
import type { Losses } from '../model/loss.ts';
import { cutAnswer } from '../model/malformed-answer.ts';
import { believable, isZero } from '../usage/doubts.ts';
import { Candidate, type SharedByCandidates } from './read-candidate.ts';
import { readUsage } from './read-usage.ts';

/** As many answers as one request can ask for, and more than Gemini gives. */
const mostCandidates = 128;

/** Reads responses of generateContent: one is a whole answer, several are a stream of one. */
export class ChunksReader {
  readonly #losses: Losses;
  readonly #candidates = new Map<number, Candidate>();
  readonly #shared: SharedByCandidates;
  readonly #ids = new Set<string>();
  #begun = false;
  #response = '';
  #items = 0;
  #usage: unknown;
  #blocked = false;

  constructor(losses: Losses) {
    this.#losses = losses;
    this.#shared = {
      losses,
      nextItem: () => this.#items++,
      idOf: (id) => this.#idOf(id),
    };
  }

  /** It said something of an answer: a candidate, or why there is none. */
  get answered(): boolean {
    return this.#candidates.size > 0 || this.#blocked;
  }

  read(chunk: Fields): readonly ModelEvent[] {
    const begun = this.#begins(chunk);
    const candidates = chunk.each('candidates').flatMap((each, at) => this.#candidate(each, at));
    const blocked = this.#blocks(chunk);
    const usage = this.#counts(chunk);
    chunk.leave();
    return [...begun, ...candidates, ...usage, ...blocked];
  }

  /** Why it cannot go on. */
  get failure(): ModelFailure | undefined {
    return [...this.#candidates.values()].find(({ failure }) => failure !== undefined)?.failure;
  }

  /** There is no terminator: it is complete where each of its answers said why it ended. */
  end(): readonly ModelEvent[] {
    const isWhole = [...this.#candidates.values()].every(({ finished }) => finished);
    if (!this.answered || !isWhole) return [{ kind: 'failed', failure: cutAnswer }];
    const closed = [...this.#candidates.values()].flatMap((candidate) => candidate.close());
    if (this.failure !== undefined) return [...closed, { kind: 'failed', failure: this.failure }];
    const usage = this.#counted();
    const doubts = { hasContent: this.#items > 0, losses: this.#losses, path: 'usageMetadata' };
    const zeros: readonly ModelEvent[] =
      believable(usage, doubts) && isZero(usage) ? [{ kind: 'usage', usage }] : [];
    return [...closed, ...zeros, { kind: 'end' }];
  }

  #begins(chunk: Fields): readonly ModelEvent[] {
    const id = chunk.text('responseId') ?? '';
    const model = chunk.text('modelVersion') ?? '';
    const created = Math.floor(Date.parse(chunk.text('createTime') ?? '') / 1_000);
    if (this.#begun) return [];
    this.#begun = true;
    this.#response = id;
    const createdAt = Number.isFinite(created) ? { createdAt: created } : {};
    return [{ kind: 'begin', id, model, ...createdAt }];
  }

  #candidate(fields: Fields, at: number): readonly ModelEvent[] {
    const index = fields.number('index') ?? at;
    if (!Number.isInteger(index) || index < 0 || index >= mostCandidates) {
      fields.whole();
      this.#losses.note({
        path: fields.path,
        of: 'answer',
        fate: 'dropped',
        reason: 'there is no such answer',
      });
      return [];
    }
    const candidate = this.#candidates.get(index) ?? new Candidate(index, this.#shared);
    this.#candidates.set(index, candidate);
    return candidate.read(fields);
  }

  /** A question that is not answered at all: there is no candidate then. */
  #blocks(chunk: Fields): readonly ModelEvent[] {
    const feedback = chunk.below('promptFeedback');
    const said = feedback?.text('blockReason');
    const explanation = feedback?.text('blockReasonMessage');
    feedback?.leave();
    if (said === undefined || this.answered) return [];
    this.#blocked = true;
    const explained = explanation !== undefined && { explanation };
    return [{ kind: 'finish', reason: 'content-filter', said, ...explained }];
  }

  #counts(chunk: Fields): readonly ModelEvent[] {
    const said = chunk.take('usageMetadata');
    if (!isRecord(said)) return [];
    this.#usage = merged(this.#usage, said);
    const usage = 'promptTokenCount' in said ? this.#counted() : undefined;
    return usage === undefined || isZero(usage) ? [] : [{ kind: 'usage', usage }];
  }

  #counted(): ReturnType<typeof readUsage> {
    if (!isRecord(this.#usage)) return undefined;
    return readUsage(new Fields(this.#usage, { path: 'usageMetadata', of: 'answer', losses: this.#losses }));
  }

  /** Calls may come without an id: one is made of the answer's and of their number, which no other answer has. */
  #idOf(id: string | undefined): string {
    const made = `call_${this.#response || 'answer'}_${this.#ids.size}`;
    const free = id === undefined || id === '' || this.#ids.has(id) ? made : id;
    if (id !== undefined && free !== id) {
      const reason = 'the provider used one id for two calls';
      this.#losses.note({ path: 'functionCall.id', of: 'answer', fate: 'emulated', reason });
    }
    this.#ids.add(free);
    return free;
  }
}
