import type { Journey } from '../../journey.ts';
import type { Admitted } from '../../steps/passage.ts';
import type { CompiledTarget } from '../compiled-llm.ts';
import { ownerOf } from '../sealed/owner-of.ts';
import { openText, sealText } from '../sealed/sealed-text.ts';
import { AnswerIds } from './answer-ids.ts';

/** An answer that a provider of Responses keeps. */
export interface KeptAnswer {
  readonly provider: string;
  /** As the provider calls it. */
  readonly model: string;
  /** By whose words the key is found under which it is kept; null where there is none. */
  readonly key: string | null;
  /** Of the provider. */
  readonly id: string;
}

const purpose = 'ids of answers';
/** As ids of OpenAI begin, and none of them goes on. */
const prefix = 'resp_signet-';
const longest = 2_048;

/** Undefined where nobody can say who asks, or no gateway could open the ids. */
export async function keptAnswersFor(
  { live: { contextKeys } }: Journey,
  admitted: Admitted,
): Promise<KeptAnswers | undefined> {
  const owner = ownerOf(admitted);
  if (owner === undefined || !(await contextKeys.ready())) return undefined;
  const whose = JSON.stringify([owner, admitted.route.id]);
  return new KeptAnswers(whose, () => contextKeys.secrets(purpose));
}

/** The answers of one caller on one route, by ids that say where each is kept and that nobody else can use. */
export class KeptAnswers {
  readonly #owner: string;
  readonly #secrets: () => readonly Buffer[];

  constructor(owner: string, secrets: () => readonly Buffer[]) {
    this.#owner = owner;
    this.#secrets = secrets;
  }

  seal({ provider, model, key, id }: KeptAnswer): string {
    const words = JSON.stringify([provider, model, key, id]);
    return prefix + sealText(words, this.#owner, this.#secrets());
  }

  /** Undefined of an id of the provider, of another caller or another route, and of whatever is none. */
  open(id: string): KeptAnswer | undefined {
    if (!id.startsWith(prefix) || id.length > longest) return undefined;
    const text = openText(id.slice(prefix.length), this.#owner, this.#secrets());
    if (text === undefined) return undefined;
    // Whoever could seal it is a gateway, and wrote nothing else.
    const [provider, model, key, own] = JSON.parse(text) as [string, string, string | null, string];
    return { provider, model, key, id: own };
  }

  /** @param before the answer that it goes on from, by both of its ids */
  idsOf(
    {
      provider,
      model,
      key = null,
    }: Pick<CompiledTarget, 'provider' | 'model'> & { key?: string | null | undefined },
    before?: { readonly id: string; readonly told: string },
  ): AnswerIds {
    const seal = (id: string): string => this.seal({ provider, model, key, id });
    return new AnswerIds(seal, before);
  }
}
