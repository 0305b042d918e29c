/** The pauses of SQLite's own busy handler, in milliseconds; the last is repeated. */
const first = [1, 2, 5, 10, 15, 20, 25, 25, 25, 50, 50];
const further = 100;
/** How long a writer waits in all for another process's lock, in milliseconds. */
const longest = 5000;

/** The pauses between the tries to get the write lock, and no more of them than come to five seconds. */
export const lockWaits: readonly number[] = [
  ...first,
  ...Array.from({ length: Math.ceil((longest - sum(first)) / further) }, () => further),
];

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
