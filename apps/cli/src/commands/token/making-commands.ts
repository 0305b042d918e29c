import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { convert } from './convert.ts';
import { decrypt } from './decrypt.ts';
import { decryptLines, decryptMembers } from './decrypt-lines.ts';
import { encrypt } from './encrypt.ts';
import { addSigningCommands } from './signing-commands.ts';
import { withJson, withKey, withToken } from './token-options.ts';

/** The commands that answer with a token, or with what was in one. */
export function addMakingCommands(token: Command, context: Context): void {
  addSigningCommands(token, context);
  addEncryption(token, context);
  addConversion(token, context);
}

function addEncryption(token: Command, context: Context): void {
  const encryption = withKey(token.command('encrypt'))
    .description('Encrypt what comes on standard input into a token (JWE); a token in there is nested.')
    .option('--jwks-url <url>', 'fetch the key set there; https or this machine')
    .optionsGroup('Encryption:')
    .option('--recipient <kid>', 'which key of a set to encrypt for')
    .option('--alg <key-algorithm>', 'how the key is encrypted; what the key is for otherwise')
    .option('--enc <content-encryption>', 'how the content is encrypted (A256GCM)')
    .optionsGroup('Token:')
    .option('--content <file>', 'take the content from a file')
    .option('--to <serialisation>', 'compact, flattened or general', 'compact')
    .option('--type <type>', 'set typ')
    .option('--cty <type>', 'set cty; JWT for a token without being asked')
    .option('--kid <kid>', 'set the key id; that of the key without being asked')
    .action((options) => encrypt(context, options));
  withExamples(withJson(encryption), 'signet token encrypt --key public.pem < token.txt > nested.txt');
  const decryption = withKey(withToken(token.command('decrypt')))
    .description('Decrypt a token (JWE) and print what it holds.')
    .option('--alg <key-algorithm>', 'the one key management algorithm to accept')
    .optionsGroup('Many tokens:')
    .option('--jsonl', `decrypt many: one object a line (${decryptMembers}), one answer a line`)
    .action((text, options) =>
      options.jsonl === true ? decryptLines(context, text, options) : decrypt(context, text, options),
    );
  withExamples(
    withJson(decryption),
    'signet token decrypt --key private.pem < nested.txt \\\n| signet token verify --key public.jwk',
  );
}

function addConversion(token: Command, context: Context): void {
  const conversion = withToken(token.command('convert'))
    .description(
      'Write a token in another serialisation, or move its payload. Nothing that is signed changes.',
    )
    .option('--to <serialisation>', 'compact, flattened or general; an SD-JWT goes to JSON and back as well')
    .option('--keep <number>', 'keep one signature or recipient of several, counted from 1')
    .option('--detach <file>', 'take the payload out into a new file')
    .option('--attach <file>', 'put the payload of a file in, to the last byte')
    .action((text, options) => convert(context, text, options));
  withExamples(
    withJson(conversion),
    'signet token convert --to flattened < token.txt > token.json',
    'signet token convert --detach payload.json < token.txt > detached.txt',
  );
}
