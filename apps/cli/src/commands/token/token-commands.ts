import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { decode } from './decode.ts';
import { decrypt } from './decrypt.ts';
import { decryptLines } from './decrypt-lines.ts';
import { addInspectionCommands } from './inspection-commands.ts';
import { sign } from './sign.ts';
import { verify } from './verify.ts';
import { verifyLines } from './verify-lines.ts';

const lineMembers = 'id, token, key; alg, payload, at, checks';

/** The commands that need no server: they look at tokens, believe them or not, and make them. */
export function addTokenCommands(program: Command, context: Context, report: Report): void {
  const token = program
    .command('token')
    .description('Tokens: take apart, verify, diagnose, decrypt, sign. No server is needed.');
  token
    .command('decode')
    .argument('[token]', 'better on standard input: the command line lands in the shell’s history')
    .description('Take a token apart; nothing is verified.')
    .option('--json', 'answer in JSON')
    .action(async (text, options) => report(await decode(context, text, options)));
  withKey(token.command('verify'))
    .argument('[token]', 'better on standard input: the command line lands in the shell’s history')
    .description('Say whether a token may be believed.')
    .option('--issuer <issuer>', 'what iss must be')
    .option('--audience <audience>', 'what aud must contain')
    .option('--type <type>', 'what typ must be, such as at+jwt')
    .option('--at <time>', 'judge the times as of then, such as 2026-11-23T20:00:00Z')
    .option(
      '--dangerously-allow-short-secret',
      'take a secret shorter than its hash, to look at a weak token',
    )
    .option('--jsonl', `verify many: one object a line on standard input, one answer a line (${lineMembers})`)
    .action(async (text, options) =>
      options.jsonl === true ? verifyLines(context) : report(await verify(context, text, options)),
    );
  withKey(token.command('decrypt'))
    .argument('[token]', 'better on standard input: the command line lands in the shell’s history')
    .description('Decrypt a token (JWE) and print what it holds.')
    .option('--jsonl', 'decrypt many: one object a line (id, token, key; alg), one answer a line')
    .action((text, options) =>
      options.jsonl === true ? decryptLines(context) : decrypt(context, text, options),
    );
  withKey(token.command('sign'))
    .description('Sign claims (JSON on standard input) into a token.')
    .option('--claims <file>', 'take the claims from a file')
    .option('--exp <time>', 'set exp, such as +15m or a time, and iat unless the claims have one')
    .option('--type <type>', 'set typ, such as at+jwt')
    .option('--kid <kid>', 'set the key id')
    .action((options) => sign(context, options));
  addInspectionCommands(token, context, report);
}

function withKey(command: Command): Command {
  return command
    .option('--key <file>', 'key in PEM, JWK or, to verify, a JWK set')
    .option('--secret-file <file>', 'shared secret in a file')
    .option('--secret-env <name>', 'shared secret in an environment variable')
    .option('--alg <algorithm>', 'the one algorithm to accept or to sign with')
    .option('--json', 'answer in JSON');
}
