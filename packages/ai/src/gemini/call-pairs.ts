/** Calls and results of a conversation in which neither need have an id: then a result belongs to the first open call of its name. */
export class CallPairs {
  readonly #open: { readonly id: string; readonly name: string }[] = [];
  #made = 0;

  /** The id of a call, made by its number where it has none. */
  call(id: string | undefined, name: string): string {
    const given = id === undefined || id === '' ? `call_${this.#made++}` : id;
    this.#open.push({ id: given, name });
    return given;
  }

  /** The id of the call that a result belongs to. */
  result(id: string | undefined, name: string): string {
    const at = this.#open.findIndex((each) => (id === undefined ? each.name === name : each.id === id));
    const [found] = at === -1 ? [] : this.#open.splice(at, 1);
    return found?.id ?? id ?? `no_call_${this.#made++}`;
  }
}
