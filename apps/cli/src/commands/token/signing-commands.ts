import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { issueSelective, presentSelective } from './sd-jwt.ts';
import { sign } from './sign.ts';
import { withJson, withKey, withToken } from './token-options.ts';

/** The commands that sign: tokens of every algorithm and serialisation, and SD-JWTs. */
export function addSigningCommands(token: Command, context: Context): void {
  addSign(token, context);
  addIssue(token, context);
  addPresent(token, context);
}

function addSign(token: Command, context: Context): void {
  const signing = withTimes(withSigner(token.command('sign')))
    .description('Sign claims (JSON on standard input), or any bytes, into a token.')
    .option('--payload <file>', 'sign the bytes of a file as they are; - is standard input')
    .option('--to <serialisation>', 'compact, flattened or general; a JWK set signs in general', 'compact')
    .option('--header <file>', 'protected header as JSON; what it does not say is put in front of it')
    .option('--unprotected <file>', 'unprotected header as JSON, in flattened and general')
    .option('--type <type>', 'set typ, such as at+jwt')
    .option('--kid <kid>', 'set the key id; that of the key without being asked')
    .option('--detached', 'leave the payload out of the token')
    .option('--unencoded', 'sign the payload without base64url (RFC 7797)')
    .option('--dangerously-unsigned', 'no key, alg none: only to see that a verifier refuses it')
    .action((options) => sign(context, options));
  withExamples(
    withJson(signing),
    `echo '{"sub":"ada"}' | signet token sign --key private.jwk --exp +15m`,
    'signet token sign --key private.jwk --payload claims.json --detached \\\n> signature.txt',
  );
}

function addIssue(token: Command, context: Context): void {
  const issuing = withTimes(withSigner(token.command('sd-jwt')))
    .description('Issue an SD-JWT (RFC 9901) of claims on standard input, with all its disclosures.')
    .option('--hide <path>', 'what the holder may hold back, such as address.street; repeat it', collect)
    .option('--holder <file>', 'key of the holder, whose public half goes into cnf')
    .option('--decoys <number>', 'digests that stand for nothing, beside each that does not')
    .option('--type <type>', 'typ of the header', 'dc+sd-jwt')
    .option('--kid <kid>', 'set the key id; that of the key without being asked')
    .action((options) => issueSelective(context, options));
  withExamples(
    withJson(issuing),
    'signet token sd-jwt --key private.jwk --hide email --holder holder.jwk \\\n< claims.json > issued.txt',
  );
}

function addPresent(token: Command, context: Context): void {
  const presenting = withSigner(withToken(token.command('present')))
    .description('Present a choice of an SD-JWT; with a key, the holder proves that it is theirs.')
    .optionsGroup('Presentation:')
    .option('--show <path>', 'what to disclose; repeat it', collect)
    .option('--audience <audience>', 'for whom the proof of the holder is')
    .option('--nonce <nonce>', 'nonce that the verifier asked for')
    .action((text, options) => presentSelective(context, text, options));
  withExamples(
    withJson(presenting),
    'signet token present --show email --key holder.jwk --audience shop \\\n--nonce 1 < issued.txt',
  );
}

function withSigner(command: Command): Command {
  return withKey(command)
    .option('--alg <signing-algorithm>', 'the algorithm to sign with')
    .option('--dangerously-allow-weak-key', 'sign with a key that is too short, to try a verifier with');
}

function withTimes(command: Command): Command {
  return command
    .optionsGroup('Token:')
    .option('--claims <file>', 'take the claims from a file')
    .option('--exp <time>', 'set exp, such as +15m or a time, and iat unless the claims have one')
    .option('--nbf <time>', 'set nbf, such as +0s or a time')
    .option('--iat <time>', 'set iat');
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
