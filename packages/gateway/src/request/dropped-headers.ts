const mostNamed = 16;

/** A name that could be a token or a key in the wrong place is not repeated. */
const ordinaryName = /^(?=.{1,64}$)\$?[a-z0-9]{1,16}(?:[^a-z0-9][a-z0-9]{1,16})*$/;

/** Which headers of a request went to no upstream, for its record: names only, and a bounded number of them. */
export class DroppedHeaders {
  readonly #names = new Set<string>();
  #more = 0;

  add(name: string): void {
    if (this.#names.size < mostNamed) this.#names.add(name);
    else if (!this.#names.has(name)) this.#more += 1;
  }

  get note(): string {
    const names = new Set([...this.#names].map(shown));
    const rest = this.#more === 0 ? '' : ` and ${this.#more} more`;
    return `Not passed on, as only a gateway may say it: ${[...names].join(', ')}${rest}`;
  }
}

function shown(name: string): string {
  const lower = name.toLowerCase();
  return ordinaryName.test(lower) ? lower : `a name of ${name.length} characters`;
}
