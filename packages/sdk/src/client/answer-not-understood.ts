/** Something answered, but not as a Signet of this version does: another program on the port, or another version. */
export class AnswerNotUnderstood extends Error {
  readonly status: number;

  constructor(status: number, options?: ErrorOptions) {
    super(`The answer (status ${status}) is not one of Signet.`, options);
    this.name = 'AnswerNotUnderstood';
    this.status = status;
  }
}
