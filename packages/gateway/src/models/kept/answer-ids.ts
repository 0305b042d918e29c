/** The ids of answers in what a provider says, as its caller is told them. Nothing else of it changes. */
export class AnswerIds {
  readonly #seal: (id: string) => string;
  /** One that was told once stays the same. */
  readonly #told = new Map<string, string>();

  constructor(seal: (id: string) => string, before?: { readonly id: string; readonly told: string }) {
    this.#seal = seal;
    if (before !== undefined) this.#told.set(before.id, before.told);
  }

  /** @param data of an event */
  inEvent(data: string): string {
    if (!data.includes('"response"')) return data;
    return this.inAnswer(data, memberOf(parsed(data), 'response'));
  }

  /** @param answer what the text says, or a part of it */
  inAnswer(text: string, answer: unknown): string {
    const ids = [memberOf(answer, 'id'), memberOf(answer, 'previous_response_id')];
    return ids.reduce<string>((renamed, id) => {
      if (typeof id !== 'string' || id === '') return renamed;
      return renamed.replaceAll(JSON.stringify(id), JSON.stringify(this.#toldOf(id)));
    }, text);
  }

  #toldOf(id: string): string {
    const told = this.#told.get(id) ?? this.#seal(id);
    this.#told.set(id, told);
    return told;
  }
}

function memberOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([own]) => own === name)?.[1]
    : undefined;
}

function parsed(data: string): unknown {
  try {
    return JSON.parse(data);
  } catch {
    // Whoever reads the events says what is wrong with it.
    return undefined;
  }
}
