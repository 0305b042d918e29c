/** `job` for each item, so many at a time, and what each gave in the order of the items; the first that fails ends it. */
export async function inTurns<Item, Outcome>(
  items: readonly Item[],
  atOnce: number,
  job: (item: Item) => Promise<Outcome>,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  const rest = items.entries();
  const worker = async () => {
    for (const [at, item] of rest) outcomes[at] = await job(item);
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, worker));
  return outcomes;
}
