/** Makes a fresh, empty adapter; `await using` lets go of it at the end of the test. */
export type Open<Adapter> = () => Promise<Opened<Adapter>>;

export interface Opened<Adapter> extends AsyncDisposable {
  readonly adapter: Adapter;
}

/** An adapter that holds nothing to let go of. */
export function openedPlain<Adapter>(make: () => Adapter): Open<Adapter> {
  return async () => ({ adapter: make(), async [Symbol.asyncDispose]() {} });
}
