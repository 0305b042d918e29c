const eventStream = /^text\/event-stream(?:[\t ;]|$)/i;

/** Whether the answer is a stream of events, which lasts as long as somebody listens (WHATWG HTML §9.2). */
export function isEventStream(rawHeaders: readonly string[]): boolean {
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? '';
    if (name.length === 12 && name.toLowerCase() === 'content-type')
      return eventStream.test(rawHeaders[index + 1] ?? '');
  }
  return false;
}
