import type { AuditDeed, PromptVersion, Publication, StoredPrompt } from '@signet/contracts';

/** Prompts in all their versions, and which of them count. Nothing of it is ever changed, but for what counts. */
export interface PromptStore {
  /** In the order of their characters. */
  names(): Promise<readonly string[]>;
  /** Newest first; nothing of a prompt that there is not. */
  versions(name: string): Promise<readonly KeptVersion[]>;
  find(name: string, version: PromptVersion): Promise<KeptPrompt | undefined>;
  /** Only right behind the newest version (`follows`): of parallel writers one gets `true`. The deed is kept with it. */
  add(prompt: StoredPrompt, deed?: AuditDeed): Promise<boolean>;
  /** Newest first; the first of them counts. */
  publications(name: string, limit: number): Promise<readonly Publication[]>;
  /**
   * Only while the newest is the one before, and of versions that there are: of parallel writers one gets `true`. The deed is kept
   * with it.
   */
  publish(publication: Publication, deed?: AuditDeed): Promise<boolean>;
}

/** A version without what it is made of. */
export type KeptVersion = Omit<KeptPrompt, 'definition'>;

export interface KeptPrompt extends StoredPrompt {
  /** It counted once, for some at least: whoever names it may ask it for good. */
  readonly published: boolean;
}
