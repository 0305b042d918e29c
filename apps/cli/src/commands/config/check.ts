import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ConfigurationProblem, readConfiguration } from '@signet/contracts';
import { answer, type Context, type ServerOptions } from '../../context.ts';
import { CommandFailure, type ExitCode } from '../../failure.ts';
import { dataFolderOf } from '../../server/find-server.ts';
import { outcomeLine } from '../../terminal/palette.ts';
import { countOf, problemText } from './problems.ts';

/** Looks at a configuration without starting anything: every problem with its line, or that there is none. */
export async function checkConfiguration(
  context: Context,
  path: string | undefined,
  options: ServerOptions,
): Promise<ExitCode> {
  const file = configurationFile(context, path, options);
  const reading = readConfiguration(await readText(file), {
    fileName: file,
    nodesApart: areNodesApart(context),
  });
  const problems = reading.ok ? [] : reading.problems;
  const warnings = reading.ok ? reading.warnings : [];
  const tell = (each: ConfigurationProblem) => problemText(each, context.paint, context.terminal.width);
  answer(context, options, { ok: reading.ok, file, problems, warnings }, () =>
    reading.ok
      ? `${outcomeLine(context.paint, true, `${file} has no errors: ${reading.configuration.routes.length} routes.`)}\n${warnings.map(tell).join('')}`
      : `${outcomeLine(context.paint, false, `${countOf(problems)} in ${file}`)}\n${problems.map(tell).join('')}`,
  );
  return reading.ok ? 0 : 1;
}

/** The file that was named, or the one that a start would read. */
export function configurationFile(
  context: Context,
  path: string | undefined,
  options: ServerOptions,
): string {
  return path ?? context.environment['SIGNET_CONFIG'] ?? join(dataFolderOf(context, options), 'signet.yaml');
}

/** As a server would see it that was started with this environment. */
function areNodesApart({ environment }: Context): boolean {
  const isSet = (name: string) => (environment[name] ?? '') !== '';
  return isSet('DATABASE_URL') && !isSet('REDIS_URL');
}

export async function readText(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8');
  } catch {
    throw new CommandFailure({
      sentence: `The file ${file} cannot be read.`,
      expected: 'a configuration file',
      fix: 'Name the file: `signet config check FILE`.',
    });
  }
}
