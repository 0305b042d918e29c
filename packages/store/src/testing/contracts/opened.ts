/** Makes a fresh, empty adapter; `await using` lets go of it at the end of the test. */
export type Open<Adapter> = () => Promise<Opened<Adapter>>;

export interface Opened<Adapter> extends AsyncDisposable {
  readonly adapter: Adapter;
}
