import type { ModelGuards } from '../../model-guards/model-guards.ts';

/** What is asked, and of which model. */
export interface PlainQuestion {
  readonly model: string;
  readonly value: Readonly<Record<string, unknown>>;
  readonly guards: ModelGuards;
  /** Of its body, where that is no JSON. */
  readonly type?: string;
  /** The same for who calls the model otherwise. */
  bodyFor(model: string): string | Buffer;
}
