/** Of an answer, whoever holds a store that many read may keep it (RFC 9111 §3, §3.5); `private` and `no-store` forbid that. */
const settled = /(?:^|[,\s])(?:no-store|private|public|s-maxage|must-revalidate)(?:[,\s=]|$)/i;

/**
 * Stores between us and the reader keep answers to requests with `Authorization` from other readers, and know nothing of
 * ours that came with a cookie: they are told. @param headers name, value, name, value …
 */
export function forOneReader(headers: string[]): void {
  const values = headers.filter(
    (_, index) => index % 2 === 1 && headers[index - 1]?.toLowerCase() === 'cache-control',
  );
  if (!values.some((value) => settled.test(value))) headers.push('cache-control', 'private');
  headers.push('vary', 'Cookie');
}
