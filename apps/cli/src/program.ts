import { readFileSync } from 'node:fs';
import { Command, CommanderError } from 'commander';
import { addApiKeyCommands } from './commands/api-key/api-key-commands.ts';
import { addAuditCommands } from './commands/audit/audit-commands.ts';
import { addCacheCommands } from './commands/cache/cache-commands.ts';
import { call } from './commands/call.ts';
import { makeCertificate } from './commands/certificate-make.ts';
import { addClientCommands } from './commands/client/client-commands.ts';
import { completion } from './commands/completion.ts';
import { addConfigCommands } from './commands/config/config-commands.ts';
import { addDeclaredCommands } from './commands/declared/declared-commands.ts';
import { addDoctorCommand } from './commands/doctor/doctor-command.ts';
import { withExamples } from './commands/examples.ts';
import { explain } from './commands/explain.ts';
import { addKeyCommands } from './commands/key/key-commands.ts';
import { addKeysCommands } from './commands/keys/keys-commands.ts';
import { addLlmCommands } from './commands/llm/llm-commands.ts';
import { login } from './commands/login.ts';
import { logout } from './commands/logout.ts';
import { addMachineCommands } from './commands/machine/machine-commands.ts';
import { addMailCommands } from './commands/mail/mail-commands.ts';
import { addMcpCommands } from './commands/mcp/mcp-commands.ts';
import { makeNodeCertificate } from './commands/node-certificate.ts';
import { addOrganizationCommands } from './commands/organization/organization-commands.ts';
import { addPromptCommands } from './commands/prompt/prompt-commands.ts';
import { revoke } from './commands/revoke.ts';
import { addSecretsCommands } from './commands/secrets/secrets-commands.ts';
import { withServer } from './commands/server-options.ts';
import { addSessionCommands } from './commands/session/session-commands.ts';
import { startServer } from './commands/start.ts';
import { addTailCommand } from './commands/tail/tail-command.ts';
import { addTokenCommands } from './commands/token/token-commands.ts';
import { addUserCommands } from './commands/user/user-commands.ts';
import type { Context } from './context.ts';
import type { Report } from './report.ts';

/** The `signet` command with everything below it. Exits are thrown, so that the caller decides about the process. */
export function createProgram(context: Context, report: Report): Command {
  const program = new Command('signet')
    .description('One command for the whole life of a JSON Web Token.')
    .configureOutput({
      writeOut: context.terminal.out,
      writeErr: () => undefined,
      getOutHelpWidth: () => context.terminal.width,
    })
    .configureHelp({ subcommandTerm })
    .version(version(), '-V, --version', 'show which Signet this is')
    .helpOption('-h, --help', 'show this help')
    .helpCommand('help [command]', 'show the help of a command')
    .exitOverride()
    .showHelpAfterError(false)
    .addHelpText('after', '\nExits with 0 for yes, 1 for no, 2 when the command was not understood.');
  addStart(program, context);
  addSession(program, context, report);
  addSessionCommands(program, context);
  addUserCommands(program, context);
  addAdministration(program, context);
  addTailCommand(program, context);
  addAuditCommands(program, context, report);
  addLlmCommands(program, context, report);
  addMcpCommands(program, context, report);
  addClientCommands(program, context);
  addApiKeyCommands(program, context);
  addDeclaredCommands(program, context);
  addOrganizationCommands(program, context);
  addPromptCommands(program, context, report);
  addKeysCommands(program, context);
  addMachineCommands(program, context);
  addMailCommands(program, context);
  addConfigCommands(program, context, report);
  addDoctorCommand(program, context, report);
  addSecretsCommands(program, context, report);
  addCacheCommands(program, context, report);
  addCertificate(program, context);
  addNode(program, context);
  addTokenCommands(program, context, report);
  addKeyCommands(program, context, report);
  addCompletion(program, context);
  return program;
}

/** Of the package that this file belongs to. */
function version(): string {
  const text = readFileSync(new URL('../package.json', import.meta.url), 'utf8');
  const { version }: { readonly version: string } = JSON.parse(text);
  return version;
}

/** Every command has options, so that to say so would only take the room of what it does. */
function subcommandTerm(command: Command): string {
  const words = command.registeredArguments.map((each) => {
    const name = `${each.name()}${each.variadic ? '...' : ''}`;
    return each.required ? `<${name}>` : `[${name}]`;
  });
  return [command.name(), ...words].join(' ');
}

function addCompletion(program: Command, context: Context): void {
  const command = program
    .command('completion')
    .argument('<shell>', 'bash, zsh or fish')
    .description('Print what makes a shell complete the words of signet.')
    .action((shell) => completion(context, shell, program));
  withExamples(
    command,
    'eval "$(signet completion bash)"        # in ~/.bashrc',
    'source <(signet completion zsh)         # in ~/.zshrc, after compinit',
    'signet completion fish | source         # in ~/.config/fish/config.fish',
  );
}

function addStart(program: Command, context: Context): void {
  withExamples(
    program
      .command('start')
      .description('Run Signet: the web and the identity provider, and the gateway.')
      .option('--port <port>', 'web, identity provider and admin API (9000, SIGNET_PORT)')
      .option('--gateway-port <port>', 'gateway (8080, SIGNET_GATEWAY_PORT)')
      .option('--host <address>', 'address to listen on (127.0.0.1, SIGNET_HOST)')
      .option('--status-port <port>', '/livez, /readyz and /metrics (nowhere, SIGNET_STATUS_PORT)')
      .option('--status-host <address>', 'address of these (127.0.0.1, SIGNET_STATUS_HOST)')
      .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
      .option('--config <file>', 'configuration (signet.yaml in the data folder, SIGNET_CONFIG)')
      .option(
        '--gateways-follow <what>',
        'applied (what was applied last, else the file) or file, which ends that (SIGNET_GATEWAYS_FOLLOW)',
      )
      .option('--role <role>', 'all, control or gateway: what runs here (all, SIGNET_ROLE)')
      .option('--workers <number>', 'gateway processes (1, SIGNET_WORKERS)')
      .option('--tls-certificate <file>', 'speak HTTPS with this certificate chain (SIGNET_TLS_CERTIFICATE)')
      .option('--tls-key <file>', 'private key of the certificate (SIGNET_TLS_KEY)')
      .option(
        '--gateway-tls-certificate <files>',
        'gateway speaks HTTPS and HTTP/2 with these certificate chains (SIGNET_GATEWAY_TLS_CERTIFICATE)',
      )
      .option('--gateway-tls-key <files>', 'private keys of those, in their order (SIGNET_GATEWAY_TLS_KEY)')
      .option(
        '--gateway-client-ca <files>',
        'authorities whose certificates the gateway asks clients for (SIGNET_GATEWAY_CLIENT_CA)',
      )
      .option('--issuer <address>', 'public address of the identity provider (SIGNET_ISSUER)')
      .option('--gateway-origin <address>', 'public address of the gateway (SIGNET_GATEWAY_ORIGIN)')
      .option(
        '--trusted-proxies <addresses>',
        'proxies whose X-Forwarded-For names the client (SIGNET_TRUSTED_PROXIES)',
      )
      .option('--node-port <port>', 'where gateway nodes connect to (nowhere, SIGNET_NODE_PORT)')
      .option('--node-host <address>', 'address of that port (127.0.0.1, SIGNET_NODE_HOST)')
      .option('--control <addresses>', 'control nodes of this gateway node, as HOST:PORT (SIGNET_CONTROL)')
      .option(
        '--node-certificate <file>',
        'certificate of this node for other nodes (SIGNET_NODE_CERTIFICATE)',
      )
      .option('--node-key <file>', 'private key of that (SIGNET_NODE_KEY)')
      .option('--node-ca <file>', 'the authority of the certificates of nodes (SIGNET_NODE_CA)')
      .option('--log-level <level>', 'silent, error, warn, info or debug (SIGNET_LOG_LEVEL)')
      .option('--json', 'print the start-up message as JSON')
      .addHelpText(
        'after',
        '\nSecrets come from the environment: SIGNET_MASTER_KEY, DATABASE_URL, REDIS_URL.',
      )
      .action((options) => startServer(context, options)),
    'signet start --data ./data --port 9000 --gateway-port 8080',
  );
}

function addSession(program: Command, context: Context, report: Report): void {
  withExamples(
    withServer(program.command('login').argument('<name>', 'user name'))
      .description('Sign in, and keep the session for the commands after it.')
      .option(
        '--password-stdin',
        'take the password from standard input (a second line replaces a one-time password)',
      )
      .option('--audience <audience>', 'for whom the access token is')
      .action((name, options) => login(context, name, options)),
    'signet login demo',
  );
  withExamples(
    withServer(program.command('logout'))
      .description('End the session at the server; its tokens are refused from then on.')
      .action((options) => logout(context, options)),
    'signet logout',
  );
  withExamples(
    withServer(program.command('call').argument('<url>', 'address to call'))
      .description('Call an API with the access token of the session.')
      .option('-X, --request <method>', 'HTTP method')
      .option('-d, --body <text>', 'request body')
      .option('-H, --header <header>', 'one more header, such as "accept: text/plain"', collect)
      .option('--dangerously-send-token', 'send the access token to an address that it is not made for')
      .action(async (url, options) => report(await call(context, url, options))),
    'signet call http://127.0.0.1:8080/demo/hello',
  );
}

function addAdministration(program: Command, context: Context): void {
  withExamples(
    withServer(
      program.command('revoke').argument('[id]', 'jti of a token, ses_… of a session or usr_… of an account'),
    )
      .description(
        'Revoke a token, a session, all tokens of an account or a client, or all that a key signed.',
      )
      .option('--client <id>', 'all tokens of this client')
      .option('--key <kid>', 'everything that this key signed; another one signs then')
      .option('--issuer <issuer>', 'issuer of the token or key, when it is not this Signet')
      .option('--wait', 'until every gateway, and every app that says who it is, refuses it')
      .option(
        '--within <duration>',
        'wait for so long at most, such as 30s (10s); exits with 3 if somebody has not',
      )
      .action((id, options) => revoke(context, id, options)),
    'signet revoke ses_01KB3ZQ6T5R8Y2M4N7P9S1V3X5',
    'signet revoke --client invoices --wait',
    'signet revoke --key key_01KB3ZQ6T5R8Y2M4N7P9S1V3X5',
  );
  withExamples(
    withServer(
      program
        .command('explain')
        .argument('<what>', 'req_… of a call, last (the last refusal), or a code such as token_expired'),
    )
      .description('Say why a request was let through or refused, step by step, or what a code means.')
      .option('--link', 'print a link that opens the explanation in the debugger; it carries no token')
      .action((what, options) => explain(context, what, options)),
    'signet explain last',
    'signet explain last --link',
    'signet explain token_expired',
  );
}

function addCertificate(program: Command, context: Context): void {
  withExamples(
    program
      .command('certificate')
      .description('The certificate of a Signet on this machine.')
      .command('make')
      .description('Make a certificate that signs itself, for localhost and the host of SIGNET_ISSUER.')
      .option('--host <name>', 'one more name or address that it is for', collect)
      .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
      .option('--force', 'replace one that is there')
      .option('--json', 'answer in JSON')
      .action((options) => makeCertificate(context, options)),
    'signet certificate make',
    'signet certificate make --host signet.internal --host 10.0.0.7',
  );
}

function addNode(program: Command, context: Context): void {
  withExamples(
    program
      .command('node')
      .description('Nodes that are nothing but gateways, and the control nodes that they follow.')
      .command('certificate')
      .argument('<name>', 'name of the node')
      .description(
        'Make the certificate by which other nodes know this one, and their authority with the first.',
      )
      .option(
        '--host <name>',
        'name or address that a control node is reached at; without one: a gateway node',
        collect,
      )
      .option('--folder <folder>', 'where certificates of nodes are made (./nodes)')
      .option('--force', 'replace one that is there')
      .option('--json', 'answer in JSON')
      .action((name, options) => makeNodeCertificate(context, name, options)),
    'signet node certificate control --host control.internal',
    'signet node certificate edge-1',
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}

/** Help and version are answers, not failures; every other exit of commander is about how the command was used. */
export function isHelp(error: unknown): boolean {
  return error instanceof CommanderError && error.exitCode === 0;
}
