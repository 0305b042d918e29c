import type { DeclarationKind } from '@signet/contracts';
import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { addDeclared, changeDeclared, listDeclared, removeDeclared, showDeclared } from './declared.ts';
import { renewApiSecret } from './renew-secret.ts';

interface Words {
  readonly kind: DeclarationKind;
  readonly many: string;
  readonly about: string;
  readonly example: string;
  readonly options: (command: Command) => Command;
}

const kinds: readonly Words[] = [
  {
    kind: 'api',
    many: 'APIs',
    about: 'What access tokens are for.',
    example: 'orders --audience https://api.example --permission read',
    options: (command) =>
      command
        .option('--audience <audience>', 'the aud of its tokens')
        .option('--permission <permission>', 'what one may be allowed to do there', collect)
        .option('--lifetime <duration>', 'how long its tokens live, such as 5m')
        .option('--algorithm <algorithm>', 'what its tokens are signed with, such as RS256')
        .option('--claim <name=source>', 'what else they say, such as department=user.department', collect),
  },
  {
    kind: 'role',
    many: 'roles',
    about: 'What accounts and clients of a role may do, API by API.',
    example: 'clerk --allow orders=orders:read',
    options: (command) => command.option('--allow <api=permission>', 'what it allows at an API', collect),
  },
  {
    kind: 'group',
    many: 'groups',
    about: 'People who may do the same.',
    example: 'sales --role clerk',
    options: (command) => command.option('--role <role>', 'a role that everybody in it has', collect),
  },
];

/** APIs, roles and groups of a running Signet; those of signet.yaml are shown, and changed there. */
export function addDeclaredCommands(program: Command, context: Context): void {
  for (const words of kinds) {
    const command = program.command(words.kind).description(words.about);
    addKind(command, context, words);
    if (words.kind === 'api') addSecret(command, context);
  }
}

function addSecret(command: Command, context: Context): void {
  withExamples(
    withServer(command.command('secret').argument('<name>', 'an API that asks for HS256, HS384 or HS512'))
      .description('Make the secret that signs its tokens, shown this once; exchange it in two steps.')
      .option('--rotate', 'make the next secret; once every verifier can have it, let it sign')
      .option(
        '--dry-run',
        'say what would happen, which tokens are alive and when it is safe; change nothing',
      )
      .option('--dangerously-sign-at-once', 'do not wait until every verifier can have the next secret')
      .action((name, given) => renewApiSecret(context, name, given)),
    'signet api secret orders',
    'signet api secret orders --rotate',
  );
}

function addKind(command: Command, context: Context, { kind, many, example, options }: Words): void {
  withExamples(
    withServer(command.command('list'))
      .description(`Show the ${many}, those of signet.yaml and those that were added.`)
      .action((given) => listDeclared(context, kind, given)),
    `signet ${kind} list`,
  );
  withExamples(
    withServer(command.command('show').argument('<name>', `name of one of the ${many}`))
      .description('Show what it says.')
      .action((name, given) => showDeclared(context, kind, name, given)),
    `signet ${kind} show ${example.split(' ')[0]}`,
  );
  withExamples(
    options(withServer(command.command('add').argument('<name>', 'a name that is free')))
      .description('Add one, in the words of signet.yaml and by its checks.')
      .option('--entry <json>', 'all of it, as JSON in the words of signet.yaml')
      .action((name, given) => addDeclared(context, kind, name, given)),
    `signet ${kind} add ${example}`,
  );
  withExamples(
    options(withServer(command.command('change').argument('<name>', 'one that was added')))
      .description('Replace what the options name, and leave the rest as it is.')
      .option('--entry <json>', 'more of it, as JSON')
      .action((name, given) => changeDeclared(context, kind, name, given)),
    `signet ${kind} change ${example}`,
  );
  withExamples(
    withServer(command.command('remove').argument('<name>', 'one that was added'))
      .description('Remove one that nothing else names.')
      .action((name, given) => removeDeclared(context, kind, name, given)),
    `signet ${kind} remove ${example.split(' ')[0]}`,
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
