import { issuingAlgorithms } from '@signet/contracts';
import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { listKeys } from './list.ts';
import { resealKeys } from './reseal.ts';
import { retireKey } from './retire.ts';
import { rotateKeys } from './rotate.ts';

/** The keys that a running Signet signs with; `signet key` is about keys in files. */
export function addKeysCommands(program: Command, context: Context): void {
  const keys = program.command('keys').description('The keys that a running Signet signs with.');
  withExamples(
    withServer(keys.command('list'))
      .description('Show the key that signs, the next one, and those that only verify.')
      .action((options) => listKeys(context, options)),
    'signet keys list',
  );
  withExamples(
    withServer(keys.command('rotate'))
      .description('Publish the next key; once every verifier can know it, let it sign.')
      .option(
        '--dry-run',
        'say what would happen, which tokens are alive and when it is safe; change nothing',
      )
      .option('--algorithm <algorithm>', `of a key to be published: ${issuingAlgorithms.join(', ')}`)
      .option(
        '--series <algorithm>',
        'the keys that APIs of this algorithm have, in place of those that sign all else',
      )
      .option('--dangerously-sign-at-once', 'do not wait until every verifier can know the next key')
      .action((options) => rotateKeys(context, options)),
    'signet keys rotate --dry-run',
    'signet keys rotate',
    'signet keys rotate --algorithm RS256',
  );
  withExamples(
    withServer(keys.command('retire').argument('<key>', 'id of a key (key_…)'))
      .description('Retire a key before its time.')
      .option('--dangerously-retire-live-key', 'refuse its tokens that are still alive')
      .action((key, options) => retireKey(context, key, options)),
    'signet keys retire key_01KB3ZQ6T5R8Y2M4N7P9S1V3X5',
  );
  withExamples(
    withServer(keys.command('reseal'))
      .description('Seal the private keys anew, after the master key or the issuer changed.')
      .action((options) => resealKeys(context, options)),
    'signet keys reseal',
  );
}
