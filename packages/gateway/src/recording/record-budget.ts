import { type GatewayConfiguration, type SteadyTime, steadyMilliseconds } from '@signet/contracts';

/** How many records may still be made in this second, refusals and successes apart: neither crowds out the other. */
export class RecordBudget {
  #second = 0;
  #refusals = 0;
  #successes = 0;

  take(kind: 'refusal' | 'success', limits: GatewayConfiguration['records'], now: SteadyTime): boolean {
    const second = Math.floor(steadyMilliseconds(now) / 1000);
    if (second !== this.#second) {
      this.#second = second;
      this.#refusals = 0;
      this.#successes = 0;
    }
    if (kind === 'refusal') return this.#refusals++ < limits.refusalsPerSecond;
    return this.#successes++ < limits.successesPerSecond;
  }
}
