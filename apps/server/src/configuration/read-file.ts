import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import {
  type Configuration,
  type ConfigurationProblem,
  readConfiguration,
  refusal,
  renderConfigurationProblem,
  SignetError,
  type SignetRefusal,
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

  constructor(file: string, problems: readonly ConfigurationProblem[], applied?: number) {
    const told = toldOf(file, problems.length, applied);
    // The problems stand below one another, which a value of a template may not.
    const lines = problems.map((each) => `  ${renderConfigurationProblem(each)}`);
    const sentence = [told.sentence, ...lines].join('\n');
    super({ ...told, sentence });
    this.problems = problems;
  }
}

function toldOf(file: string, count: number, applied: number | undefined): SignetRefusal {
  if (applied !== undefined) return refusal('configuration_invalid.applied', { file, number: applied });
  return count === 1
    ? refusal('configuration_invalid.one_problem', { file })
    : refusal('configuration_invalid.several_problems', { file, count });
}

/**
 * Reads and validates the file.
 * @throws SignetError `configuration_invalid`
 */
export async function readConfigurationFile(file: string): Promise<LoadedConfiguration> {
  return (await readWholeFile(file)).loaded;
}

/** A sound file, with the text that it was. */
export interface WholeFile {
  readonly file: string;
  readonly text: string;
  /** As of `readConfiguration`. */
  readonly nodesApart: boolean;
  readonly loaded: LoadedConfiguration;
  /** Milliseconds since the epoch, as its file system says. */
  readonly changedAt: number;
}

/** @throws SignetError `configuration_invalid` */
export async function readWholeFile(
  file: string,
  { nodesApart }: Pick<WholeFile, 'nodesApart'> = { nodesApart: false },
): Promise<WholeFile> {
  const text = await readText(file);
  const reading = readConfiguration(text, { fileName: file, nodesApart });
  if (!reading.ok) throw new ConfigurationInvalid(file, reading.problems);
  const { configuration, warnings } = reading;
  const { mtimeMs: changedAt } = await stat(file);
  const loaded = { configuration, version: sha256(text), warnings };
  return { file, text, nodesApart, loaded, changedAt };
}

/** Each warning as a line of its own, with its place in the file. */
export function warnOf({ warnings }: LoadedConfiguration, file: string, log: Logger): void {
  for (const { line, path, message } of warnings) {
    log.warn({ file, line, path, message }, 'The configuration should be written otherwise');
  }
}

export function sha256(text: string): string {
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
