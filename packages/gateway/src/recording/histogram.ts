/** Upper bounds of the buckets in seconds, from a tenth of a millisecond to half a minute. */
export const histogramBounds: readonly number[] = [
  0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30,
];

/** Plain numbers, so that they go from process to process and can be added. */
export interface HistogramReading {
  /** How many fell into each bucket alone; the last is what is above all bounds. */
  readonly counts: readonly number[];
  /** Seconds. */
  readonly sum: number;
}

/** Counts how long something took. */
export class Histogram {
  readonly #counts = new Float64Array(histogramBounds.length + 1);
  #sum = 0;

  observe(milliseconds: number): void {
    const seconds = milliseconds / 1000;
    let bucket = 0;
    while (bucket < histogramBounds.length && seconds > (histogramBounds[bucket] ?? 0)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#sum += seconds;
  }

  read(): HistogramReading {
    return { counts: [...this.#counts], sum: this.#sum };
  }
}
