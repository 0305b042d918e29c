import type { HealthConfiguration } from '@signet/contracts';

export type HealthRules = Pick<HealthConfiguration, 'healthyAfter' | 'unhealthyAfter'>;

/**
 * What checks say of a target. Until the first of them has ended it counts as well, and the first decides alone, as there is
 * nothing else to go by; from then on only so many in a row change anything, so that one that flaps does not.
 */
export class Health {
  readonly #rules: HealthRules;
  #known = false;
  #isWell = true;
  /** Checks in a row that contradict what it counts as. */
  #against = 0;

  constructor(rules: HealthRules) {
    this.#rules = rules;
  }

  get isWell(): boolean {
    return this.#isWell;
  }

  checked(good: boolean): void {
    if (good === this.#isWell) this.#against = 0;
    else this.#against += 1;
    if (this.#known && this.#against < this.#needed()) return;
    this.#known = true;
    this.#isWell = good;
    this.#against = 0;
  }

  #needed(): number {
    return this.#isWell ? this.#rules.unhealthyAfter : this.#rules.healthyAfter;
  }
}
