import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { diagnose } from './diagnose.ts';
import { diff } from './diff.ts';
import { lint } from './lint.ts';

const onStandardInput = 'better on standard input: the command line lands in the shell’s history';

/** The commands that look closer at a token than a verdict does. */
export function addInspectionCommands(token: Command, context: Context, report: Report): void {
  withKey(token.command('diagnose'))
    .argument('[token]', onStandardInput)
    .description('Say why a signature does not verify, by trying the usual mistakes.')
    .action(async (text, options) => report(await diagnose(context, text, options)));
  addLint(token, context, report);
  token
    .command('diff')
    .argument('<first>', 'file with a token, or - for standard input')
    .argument('<second>', 'file with a token, or -')
    .description('Put header and claims of two tokens side by side.')
    .option('--json', 'answer in JSON')
    .action(async (first, second, options) => report(await diff(context, first, second, options)));
}

function addLint(token: Command, context: Context, report: Report): void {
  withKey(token.command('lint'))
    .argument('[token]', onStandardInput)
    .description(
      'Find what is unwise about a token (RFC 8725, OAuth best practices); exits with 1 for more than notes.',
    )
    .option('--file <file>', 'take the token from a file')
    .option('--sarif', 'answer in SARIF 2.1.0, for code scanners')
    .option('--at <time>', 'judge the times as of then, such as 2026-11-23T20:00:00Z')
    .option(
      '--profile <name>',
      'also hold it against id-token, access-token, logout-token, client-assertion, dpop-proof or auto',
    )
    .option('--issuer <issuer>', 'profile: what iss must be')
    .option('--audience <audience>', 'profile: what aud must contain')
    .option('--nonce <nonce>', 'profile: what nonce must be')
    .option(
      '--access-token <file>',
      'profile: file with the access token that came with it (at_hash, ath, cnf.jkt)',
    )
    .option('--code <file>', 'profile: file with the authorisation code that came with it (c_hash)')
    .option('--method <method>', 'profile: HTTP method of the request (htm)')
    .option('--url <url>', 'profile: address of the request (htu)')
    .action(async (text, options) => report(await lint(context, text, options)));
}

function withKey(command: Command): Command {
  return command
    .option('--key <file>', 'key in PEM, JWK, JWK set or OpenSSH form')
    .option('--secret-file <file>', 'shared secret in a file')
    .option('--secret-env <name>', 'shared secret in an environment variable')
    .option('--json', 'answer in JSON');
}
