import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { createApiKey } from './create.ts';
import { listApiKeys } from './list.ts';
import { revokeApiKey } from './revoke.ts';
import { rotateApiKey } from './rotate.ts';

const which = 'apk_… of the list, or the name where one good key has it';

/** Keys by which programs call APIs through the gateway without a token. */
export function addApiKeyCommands(program: Command, context: Context): void {
  const key = program
    .command('api-key')
    .description('Keys by which programs call APIs through the gateway without a token.');
  addCreate(key, context);
  withExamples(
    withServer(key.command('list'))
      .description('Show the API keys, never what they are.')
      .action((options) => listApiKeys(context, options)),
    'signet api-key list',
  );
  withExamples(
    withServer(key.command('rotate').argument('<key>', which))
      .description('Make a key that may do the same, and end the old one at once or after a while.')
      .option('--overlap <duration>', 'how long the old key stays good, such as 24h (0s)')
      .option('--lifetime <duration>', 'how long the new one is good (until it is revoked)')
      .action((name, options) => rotateApiKey(context, name, options)),
    "signet api-key rotate 'Nightly export' --overlap 24h",
  );
  withExamples(
    withServer(key.command('revoke').argument('<key>', which))
      .description('End a key for good; every gateway refuses it from then on.')
      .action((name, options) => revokeApiKey(context, name, options)),
    "signet api-key revoke 'Nightly export'",
  );
}

function addCreate(key: Command, context: Context): void {
  withExamples(
    withServer(key.command('create').argument('<name>', 'what it is for'))
      .description('Make an API key; it is printed, this once.')
      .requiredOption('--audience <audience>', 'an API that it is for', collect)
      .option('--owner <owner>', 'who answers for it (the name)')
      .option('--scope <scope>', 'a scope that it carries', collect)
      .option('--role <role>', 'a role that it carries', collect)
      .option('--permission <permission>', 'a permission that it carries', collect)
      .option('--claim <name=value>', 'a further claim, such as tenant=acme', collect)
      .option('--lifetime <duration>', 'how long it is good, such as 90d (until it is revoked)')
      .action((name, options) => createApiKey(context, name, options)),
    "signet api-key create 'Nightly export' --owner reporting \\\n--audience https://api.example --scope orders:read --lifetime 90d",
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
