import { afterAll, afterEach, beforeAll } from 'vitest';

/** What would have ended a process outside of a test, during the tests of the suite that calls this; emptied after each. */
export function unheardErrors(): unknown[] {
  const errors: unknown[] = [];
  const keep = (error: unknown): void => void errors.push(error);
  beforeAll(() => void process.on('uncaughtExceptionMonitor', keep));
  afterEach(() => void errors.splice(0));
  afterAll(() => void process.off('uncaughtExceptionMonitor', keep));
  return errors;
}
