/** An error as it goes to the operator's log; of a thrown value that is no error, only its type. */
export function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : `thrown: ${typeof error}`;
}
