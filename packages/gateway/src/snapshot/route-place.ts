import type { CompiledRoute } from './compiled-route.ts';
import { countOf, exclude, isMet, type Selectors, type Told } from './selectors.ts';

interface Choice {
  readonly route: CompiledRoute;
  readonly selectors: Selectors;
}

/** The routes of one host, method and path: those that ask for more values of headers and query come first. */
export class RoutePlace {
  #choices: readonly Choice[] = [];
  #only: CompiledRoute | undefined;

  /** @throws Error where a request could be both this route's and another's that asks for as many values */
  add(route: CompiledRoute, selectors: Selectors): void {
    const count = countOf(selectors);
    const rival = this.#choices.find(
      (other) => countOf(other.selectors) === count && !exclude(other.selectors, selectors),
    );
    if (rival !== undefined)
      throw new Error(`Routes ${rival.route.id} and ${route.id} take the same requests`);
    const choices = [...this.#choices, { route, selectors }];
    this.#choices = choices.sort((one, other) => countOf(other.selectors) - countOf(one.selectors));
    this.#only = count === 0 && choices.length === 1 ? route : undefined;
  }

  /** The one that takes them all; undefined where values decide. */
  get only(): CompiledRoute | undefined {
    return this.#only;
  }

  choose(told: Told): CompiledRoute | undefined {
    if (this.#only !== undefined) return this.#only;
    // To the end: a value that is said twice is found, whichever route it would choose.
    let chosen: CompiledRoute | undefined;
    for (const { route, selectors } of this.#choices) if (isMet(selectors, told)) chosen ??= route;
    return chosen;
  }
}
