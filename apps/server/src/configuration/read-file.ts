import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type Configuration,
  type ConfigurationProblem,
  readConfiguration,
  refusal,
  renderConfigurationProblem,
  SignetError,
} from '@signet/contracts';
import type { Logger } from '../logging/logger.ts';
import { systemErrorCode } from '../startup/system-error-code.ts';

/** A sound configuration, and which one it is. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** SHA-256 of the text it was read from, lower-case hex. */
  readonly version: string;
  /** What is read all the same, and should be written otherwise. */
  readonly warnings: readonly ConfigurationProblem[];
}

/** A configuration that cannot be used; `problems` has every one with its line. */
export class ConfigurationInvalid extends SignetError {
  readonly problems: readonly ConfigurationProblem[];

  constructor(file: string, problems: readonly ConfigurationProblem[]) {
    const { length: count } = problems;
    const told =
      count === 1
        ? refusal('configuration_invalid.one_problem', { file })
        : refusal('configuration_invalid.several_problems', { file, count });
    // The problems stand below one another, which a value of a template may not.
    const lines = problems.map((each) => `  ${renderConfigurationProblem(each)}`);
    const sentence = [told.sentence, ...lines].join('\n');
    super({ ...told, sentence });
    this.problems = problems;
  }
}

/**
 * Reads and validates the file.
 * @throws SignetError `configuration_invalid`
 */
export async function readConfigurationFile(file: string): Promise<LoadedConfiguration> {
  const text = await readText(file);
  const reading = readConfiguration(text, { fileName: file });
  if (reading.ok) {
    return { configuration: reading.configuration, version: sha256(text), warnings: reading.warnings };
  }
  throw new ConfigurationInvalid(file, reading.problems);
}

/** Each warning as a line of its own, with its place in the file. */
export function warnOf({ warnings }: LoadedConfiguration, file: string, log: Logger): void {
  for (const { line, path, message } of warnings) {
    log.warn({ file, line, path, message }, 'The configuration should be written otherwise');
  }
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw new SignetError(
      refusal('configuration_invalid.unreadable', {
        file,
        reason: systemErrorCode(error) ?? 'something else',
      }),
      { cause: error },
    );
  }
}
