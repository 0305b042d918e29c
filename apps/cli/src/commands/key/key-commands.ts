import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import type { Report } from '../../report.ts';
import { withExamples } from '../examples.ts';
import { convert } from './convert.ts';
import { generate } from './generate.ts';
import { inspect } from './inspect.ts';
import { jwks } from './jwks.ts';

const anyForm = 'JWK, PEM, certificate or OpenSSH key; standard input otherwise';

/** The commands about keys. No key is taken from the command line, and none is shown that can sign unless asked for. */
export function addKeyCommands(program: Command, context: Context, report: Report): void {
  const key = program
    .command('key')
    .description('Keys: make, look at, convert, publish. No server is needed.');
  withExamples(
    withDestination(key.command('generate'))
      .description('Make a key; the public half is printed.')
      .requiredOption(
        '--alg <any-algorithm>',
        'what it is for, such as ES256, EdDSA, HS512, RSA-OAEP-256 or ECDH-ES',
      )
      .option('--size <bits>', 'of an RSA key: 2048, 3072 or 4096 (2048)')
      .option('--curve <curve>', 'of an ECDH-ES key: P-256, P-384, P-521, X25519 or X448 (P-256)')
      .option('--enc <content-encryption>', 'of a dir key: what it is to encrypt with (A256GCM)')
      .option('--kid <kid>', 'key id (the thumbprint)')
      .option('--format <format>', 'jwk or pem', 'jwk')
      .option('--pem', 'the same as --format pem')
      .option('--jwks', 'the public half as a key set to publish')
      .option('--public-out <file>', 'write the public half into a file')
      .action((options) => generate(context, options)),
    'signet key generate --alg ES256 --out private.jwk --public-out public.jwk',
    'signet key generate --alg ECDH-ES --curve X25519 --out recipient.jwk --jwks',
  );
  withExamples(
    withPassword(key.command('inspect').argument('[file]', anyForm))
      .description('Say what a key is and what is weak about it; exits with 1 for more than notes.')
      .option('--public', 'it is to be published: complain when it can sign')
      .action(async (file, options) => report(await inspect(context, file, options))),
    'signet key inspect private.jwk',
  );
  withExamples(
    withDestination(withPassword(key.command('convert').argument('[file]', anyForm)))
      .description('Write a key in another form.')
      .requiredOption('--to <format>', 'jwk or pem (SPKI or PKCS#8)')
      .option('--public', 'the public half only')
      .action((file, options) => convert(context, file, options)),
    'signet key convert private.jwk --to pem --out private.pem',
  );
  withExamples(
    withPassword(
      key.command('jwks').argument('<files...>', 'keys, each in a file; private ones give their public half'),
    )
      .description('Make a key set to publish.')
      .option('--alg <algorithm>', 'mark every key for this algorithm')
      .action((files, options) => jwks(context, files, options)),
    'signet key jwks public.jwk > jwks.json',
  );
}

function withPassword(command: Command): Command {
  return command
    .option('--password-file <file>', 'password of an encrypted key, in a file')
    .option('--password-env <name>', 'the same in an environment variable')
    .option('--json', 'answer in JSON');
}

function withDestination(command: Command): Command {
  const named = command
    .option('--out <file>', 'new file for the private key, readable by you alone')
    .option('--stdout', 'print the private key');
  return named.options.some(({ long }) => long === '--json')
    ? named
    : named.option('--json', 'answer in JSON');
}
