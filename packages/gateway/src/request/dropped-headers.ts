import type { StepFacts } from '@signet/contracts';

const mostNamed = 16;

/** A name that could be a token or a key in the wrong place is not repeated. */
const ordinaryName = /^(?=.{1,64}$)\$?[a-z0-9]{1,16}(?:[^a-z0-9][a-z0-9]{1,16})*$/;

/** What of a request's headers went to no upstream, for its record: names only, and a bounded number of them. */
export class DroppedHeaders {
  readonly #names = new Set<string>();
  #more = 0;
  #signInCookie = false;

  add(name: string): void {
    if (this.#names.size < mostNamed) this.#names.add(name);
    else if (!this.#names.has(name)) this.#more += 1;
  }

  addSignInCookie(): void {
    this.#signInCookie = true;
  }

  get facts(): StepFacts {
    const names = new Set([...this.#names].map(shown));
    return {
      ...(names.size === 0 ? {} : { droppedHeaders: [...names].join(', ') }),
      ...(this.#more === 0 ? {} : { furtherDropped: this.#more }),
      ...(this.#signInCookie ? { droppedSignInCookie: true } : {}),
    };
  }
}

function shown(name: string): string {
  const lower = name.toLowerCase();
  return ordinaryName.test(lower) ? lower : `a name of ${name.length} characters`;
}
