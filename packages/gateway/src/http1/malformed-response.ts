/** The upstream's bytes are no HTTP/1.1 response that can be read in one way only. The connection is worthless. */
export class MalformedResponse extends Error {
  constructor(reason: string) {
    super(`The upstream's response ${reason}`);
    this.name = 'MalformedResponse';
  }
}
