/**
 * Runs `work` while no other tab of this origin runs work of this name. `hadToWait` says that another tab did so just
 * before. Where the browser has no Web Locks each tab is on its own: Signet then hands tabs that race the newest successor.
 */
export async function inTurn<Result>(
  name: string,
  work: (hadToWait: boolean) => Promise<Result>,
): Promise<Result> {
  const locks = globalThis.navigator?.locks;
  if (locks === undefined) return work(false);
  let busy = false;
  const result = await locks.request(name, { ifAvailable: true }, async (lock) => {
    busy = lock === null;
    return busy ? undefined : { done: await work(false) };
  });
  if (result !== undefined) return result.done;
  return locks.request(name, () => work(true));
}
