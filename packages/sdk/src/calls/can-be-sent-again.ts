/** Whether a request can be made a second time: not where its body is read once, piece by piece. */
export function canBeSentAgain({ body }: RequestInit): boolean {
  if (typeof body !== 'object' || body === null) return true;
  if (body instanceof FormData) return true;
  // Node takes what can be iterated as well.
  return !(body instanceof ReadableStream) && !(Symbol.asyncIterator in body);
}
