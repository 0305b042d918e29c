import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import {
  type Configuration,
  type ConfigurationProblem,
  readConfiguration,
  renderConfigurationProblem,
  SignetError,
} from '@signet/contracts';
import { startupFailure, systemErrorCode } from '../startup/startup-failure.ts';

/** A sound configuration, and which one it is. */
export interface LoadedConfiguration {
  readonly configuration: Configuration;
  /** SHA-256 of the text it was read from, lower-case hex. */
  readonly version: string;
}

/** A configuration that cannot be used; `problems` has every one with its line. */
export class ConfigurationInvalid extends SignetError {
  readonly problems: readonly ConfigurationProblem[];

  constructor(file: string, problems: readonly ConfigurationProblem[]) {
    const count = problems.length === 1 ? 'one error' : `${problems.length} errors`;
    super({
      code: 'configuration_invalid',
      sentence: `The configuration has ${count}:\n${problems.map((each) => `  ${renderConfigurationProblem(each)}`).join('\n')}`,
      fix: `Fix ${file}. \`signet config check\` looks at it without starting anything.`,
    });
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
  if (reading.ok) return { configuration: reading.configuration, version: sha256(text) };
  throw new ConfigurationInvalid(file, reading.problems);
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch (error) {
    throw startupFailure('configuration_invalid', `The configuration ${file} cannot be read.`, {
      expected: 'a file that this user may read',
      actual: systemErrorCode(error) ?? 'something else',
      fix: 'Put the file there, or name another with `--config FILE` or SIGNET_CONFIG.',
      cause: error,
    });
  }
}
