import { type Configuration, documentIn, readApplied, readConfiguration } from '@signet/contracts';
import { readRunningFile } from '@signet/server/local';
import type { Context, ServerOptions } from '../../context.ts';
import { CommandFailure } from '../../failure.ts';
import { dataFolderOf } from '../../server/find-server.ts';
import { openAdmin } from '../../server/open-admin.ts';
import { configurationFile, readText } from '../config/check.ts';

export interface Followed {
  /** Where it comes from, in words. */
  readonly source: string;
  readonly configuration: Configuration;
  /** Issuer of the Signet that follows it. */
  readonly issuer: string;
}

/** Where nothing runs, no token of Signet's own says more than that it is of the issuer that is looked for. */
const nobody = 'https://signet.invalid';

/**
 * The file that was named; else what the gateways of the server that runs on the data folder follow; else the file that a
 * start would read.
 */
export async function followedConfiguration(
  context: Context,
  named: string | undefined,
  options: ServerOptions,
): Promise<Followed> {
  const running = readRunningFile(dataFolderOf(context, options));
  const issuer = running?.issuer ?? nobody;
  const file = named ?? running?.configuration ?? configurationFile(context, undefined, options);
  const text = await readText(file);
  const configuration = sound(readConfiguration(text, { fileName: file }), file);
  if (named !== undefined || running === undefined) return { source: file, configuration, issuer };
  const { source, number, text: applied } = await openAdmin(context, options).exportConfiguration();
  if (source === 'file') return { source: file, configuration, issuer };
  const own = { document: documentIn(text), configuration };
  const told = `what was applied under the number ${number}`;
  return { source: told, configuration: sound(readApplied(applied, own, told), told), issuer };
}

function sound(reading: ReturnType<typeof readConfiguration>, source: string): Configuration {
  if (reading.ok) return reading.configuration;
  const [first] = reading.problems;
  throw new CommandFailure({
    sentence: `${source} has errors: nothing was looked at.`,
    expected: 'a configuration without errors',
    actual: first === undefined ? '' : `${first.path} (line ${first.line}): ${first.actual}`,
    fix: 'See them all with `signet config check FILE`.',
  });
}
