import type { Command } from 'commander';

/** Shown where a token may stand as a word. */
export const onStandardInput = 'better on standard input: the command line lands in the shell’s history';

/** Where the token comes from. */
export function withToken(command: Command): Command {
  return command
    .argument('[token]', onStandardInput)
    .optionsGroup('Token:')
    .option('--file <file>', 'take the token from a file')
    .option('--pick <number>', 'which token of a text that holds several');
}

/** Where a key comes from: a file, standard input, the environment, an address; a secret likewise. */
export function withKey(
  command: Command,
  more: { readonly encoding: boolean } = { encoding: true },
): Command {
  const named = command
    .optionsGroup('Key:')
    .option('--key <file>', 'PEM, certificate, JWK, JWK set or OpenSSH key; - is standard input')
    .option('--key-env <name>', 'the same in an environment variable')
    .option('--secret-file <file>', 'shared secret in a file')
    .option('--secret-env <name>', 'shared secret in an environment variable')
    .option('--secret <text>', 'shared secret as a word; warned about');
  return more.encoding
    ? withPassword(
        named.option(
          '--secret-encoding <encoding>',
          'how the secret is written: utf8, base64, base64url, hex',
        ),
      )
    : named;
}

export function withPassword(command: Command): Command {
  return command
    .option('--password-file <file>', 'password of an encrypted key, in a file')
    .option('--password-env <name>', 'the same in an environment variable');
}

/** What is known about the token beside itself. */
export function withProfile(command: Command): Command {
  return command
    .optionsGroup('What is expected:')
    .option(
      '--profile <profile>',
      'the rules of its kind: id-token, access-token, logout-token, client-assertion, dpop-proof, auto',
    )
    .option('--issuer <issuer>', 'what iss must be')
    .option('--audience <audience>', 'what aud must contain')
    .option(
      '--audience-claim <claim>',
      'the claim that stands for aud where a token has none: client_id or azp',
    )
    .option('--nonce <nonce>', 'what nonce must be')
    .option('--access-token-file <file>', 'access token that came with it (at_hash, ath, cnf.jkt)')
    .option('--code-file <file>', 'authorisation code that came with it (c_hash)')
    .option('--method <method>', 'HTTP method of the request (htm)')
    .option('--url <url>', 'address of the request (htu)');
}

export function withMoment(command: Command): Command {
  return command
    .optionsGroup('Time:')
    .option('--at <time>', 'check the times as of then, such as 2026-11-23T20:00:00Z')
    .option('--skew <duration>', 'let clocks differ by this, such as 30s');
}

export function withJson(command: Command): Command {
  return command.optionsGroup('Answer:').option('--json', 'answer in JSON');
}
