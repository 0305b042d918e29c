/** One link or several, as RFC 8288 §3 writes them; parameters are tokens or quoted. */
const link =
  /^<[^<>"\s]{1,1024}>(?:\s{0,4};\s{0,4}[\w!#$%&'*+.^`|~-]{1,64}(?:=(?:"[^";\\\s]{0,256}"|[^\s",;]{1,256}))?){0,16}$/;

/** What a client may fetch ahead, as an upstream says it before its answer (RFC 8297): its links, and nothing else it says there. */
export function earlyHints(rawHeaders: readonly string[]): readonly string[] {
  return rawHeaders.filter(
    (value, index) => index % 2 === 1 && rawHeaders[index - 1]?.toLowerCase() === 'link' && link.test(value),
  );
}
