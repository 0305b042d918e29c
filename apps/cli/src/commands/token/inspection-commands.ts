import { codeStacks } from '@signet/token/verification-code';
import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { code } from './code.ts';
import { diagnose } from './diagnose.ts';
import { diff } from './diff.ts';
import { lint } from './lint.ts';
import { withJson, withKey, withMoment, withProfile, withToken } from './token-options.ts';

/** The commands that look closer at a token than a verdict does. */
export function addInspectionCommands(token: Command, context: Context, report: Report): void {
  const diagnosis = withKey(withToken(token.command('diagnose')), { encoding: false })
    .description('Say why a signature does not verify, by trying the usual mistakes.')
    .action(async (text, options) => report(await diagnose(context, text, options)));
  withExamples(withJson(diagnosis), 'signet token diagnose --key public.pem < token.txt');
  addLint(token, context, report);
  const difference = token
    .command('diff')
    .argument('<file>', 'file with a token, or - for standard input')
    .argument('<other-file>', 'file with a token, or -')
    .description('Put header and claims of two tokens side by side. Exits with 1 when they differ.')
    .action(async (first, second, options) => report(await diff(context, first, second, options)));
  withExamples(withJson(difference), 'signet token diff yesterday.txt today.txt');
  addCode(token, context);
}

function addLint(token: Command, context: Context, report: Report): void {
  const command = withKey(withToken(token.command('lint')), { encoding: false })
    .description(
      'Find what is unwise about a token (RFC 8725, OAuth best practices). Exits with 1 for more than notes.',
    )
    .option('--sarif', 'answer in SARIF 2.1.0, for code scanners')
    .action(async (text, options) => report(await lint(context, text, options)));
  withExamples(
    withJson(withMoment(withProfile(command))),
    'signet token lint --file token.txt --sarif > token.sarif',
    'signet token lint --profile id-token --nonce n-0S6_WzA2Mj \\\n--access-token-file access.txt < id-token.txt',
  );
}

function addCode(token: Command, context: Context): void {
  const command = withToken(token.command('code'))
    .description('Write a program that verifies such tokens. What you do not say is taken from the token.')
    .optionsGroup('Program:')
    .option(
      '--stack <stack>',
      `what to write it for: ${codeStacks.map(({ stack }) => stack).join(', ')}`,
      'node',
    )
    .optionsGroup('What is expected:')
    .option('--alg <algorithm>', 'the one algorithm to accept')
    .option('--issuer <issuer>', 'what iss must be')
    .option('--audience <audience>', 'what aud must contain')
    .option('--type <type>', 'what typ must be, such as at+jwt')
    .option('--skew <duration>', 'let clocks differ by this, at most 10m', '30s')
    .optionsGroup('Where the program finds its key, which never stands in it:')
    .option('--jwks-url <url>', 'key set that it fetches')
    .option('--pem <file>', 'file with a public key that it reads (public.pem)')
    .option('--secret-env <name>', 'environment variable with a secret that it reads (TOKEN_SECRET)')
    .option('--secret-encoding <encoding>', 'how the secret is written: utf8, base64, base64url, hex')
    .action((text, options) => code(context, text, options));
  withExamples(
    withJson(command),
    'signet token code --stack python < token.txt > verify_token.py',
    'signet token code --stack express --type at+jwt \\\n--jwks-url https://login.example/jwks < token.txt',
  );
}
