import { type Problem, SignetError } from '@signet/contracts';

/** A refusal that came as an answer. Its `problem` has the reference that `signet explain` takes. */
export class RefusedByServer extends SignetError {
  readonly problem: Problem;

  constructor(problem: Problem) {
    const { detail: sentence, code, variant, values, expected, actual, fix } = problem;
    super({
      code,
      sentence,
      ...(variant === undefined ? {} : { variant }),
      ...(values === undefined ? {} : { values }),
      ...(expected === undefined ? {} : { expected }),
      ...(actual === undefined ? {} : { actual }),
      ...(fix === undefined ? {} : { fix }),
    });
    this.name = 'RefusedByServer';
    this.problem = problem;
  }
}
