import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
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
