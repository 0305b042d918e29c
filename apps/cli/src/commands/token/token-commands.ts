import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { decode } from './decode.ts';
import { addInspectionCommands } from './inspection-commands.ts';
import { addMakingCommands } from './making-commands.ts';
import { withJson, withKey, withMoment, withProfile, withToken } from './token-options.ts';
import { verify } from './verify.ts';
import { verifyLines, verifyMembers } from './verify-lines.ts';

/** The commands that need no server: they look at tokens, believe them or not, and make them. */
export function addTokenCommands(program: Command, context: Context, report: Report): void {
  const token = program
    .command('token')
    .description(
      'Tokens: take apart, verify, diagnose, sign, encrypt, decrypt, convert. No server is needed.',
    );
  addDecode(token, context, report);
  addVerify(token, context, report);
  addInspectionCommands(token, context, report);
  addMakingCommands(token, context);
}

function addDecode(token: Command, context: Context, report: Report): void {
  const command = withToken(token.command('decode'))
    .description('Take a token apart; nothing is verified. Exits with 1 when it is malformed.')
    .option('--entry <number>', 'which signature or recipient to show of several')
    .option('--payload <file>', 'payload of a detached token');
  withExamples(withJson(withMoment(command)), 'signet token decode < token.txt').action(
    async (text, options) => report(await decode(context, text, options)),
  );
}

function addVerify(token: Command, context: Context, report: Report): void {
  const command = withKey(
    withToken(token.command('verify')).option('--payload <file>', 'payload of a detached token'),
  )
    .description(
      'Say whether a token may be believed. Exits with 0 for verified, 1 for refused, 2 when not understood.',
    )
    .option(
      '--jwks-url <url>',
      'fetch the key set there, or the one a discovery document names; https or this machine',
    )
    .option('--alg <algorithm>', 'the one algorithm to accept');
  withMoment(withProfile(command))
    .optionsGroup('What is expected:')
    .option('--type <type>', 'what typ must be, such as at+jwt')
    .option('--dpop <file>', 'DPoP proof that came with it; must be made by the key that the token names')
    .option('--binding-audience <audience>', 'for whom the key binding of an SD-JWT must be')
    .option('--binding-nonce <nonce>', 'nonce that the key binding of an SD-JWT must have')
    .optionsGroup('Many tokens:')
    .option(
      '--jsonl',
      `verify many: one object a line on standard input, one answer a line (${verifyMembers})`,
    )
    .action(async (text, options) =>
      options.jsonl === true
        ? verifyLines(context, text, options)
        : report(await verify(context, text, options)),
    );
  withExamples(
    withJson(command),
    'signet token verify --key public.pem --alg ES256 < token.txt',
    'signet token verify --jwks-url https://login.example/jwks \\\n--issuer https://login.example < token.txt',
    'signet token verify --key public.jwk --dpop proof.txt \\\n--method GET --url https://api.example/a < token.txt',
  );
}
