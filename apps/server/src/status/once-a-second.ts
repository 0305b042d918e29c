const kept = 1000;

/** Asks again at most once a second, however many want to know: a flood of questions costs one answer. */
export function onceASecond<Value>(ask: () => Promise<Value>): () => Promise<Value> {
  let asked: Promise<Value> | undefined;
  return () => {
    asked ??= ask().finally(() => {
      setTimeout(() => {
        asked = undefined;
      }, kept).unref();
    });
    return asked;
  };
}
