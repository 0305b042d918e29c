import type { Command } from 'commander';
import type { Context } from '../../context.ts';
import { withExamples } from '../examples.ts';
import { withServer } from '../server-options.ts';
import { addClient } from './add.ts';
import { listClients } from './list.ts';
import { makeRegistrationToken } from './registration-token.ts';
import { removeClient } from './remove.ts';
import { renewSecret } from './secret.ts';
import { showClient } from './show.ts';

/** Apps and services that get tokens of their own. */
export function addClientCommands(program: Command, context: Context): void {
  const client = program.command('client').description('Apps and services that get tokens of their own.');
  addAdd(client, context);
  addRegistrationToken(client, context);
  withExamples(
    withServer(client.command('list'))
      .description('Show the clients, those of signet.yaml and those that were added.')
      .action((options) => listClients(context, options)),
    'signet client list',
  );
  withExamples(
    withServer(client.command('show').argument('<id>', 'client_id'))
      .description('Show one client, without its secrets.')
      .action((id, options) => showClient(context, id, options)),
    'signet client show invoices',
  );
  withExamples(
    withServer(client.command('remove').argument('<id>', 'client_id'))
      .description('Remove a client; the gateways refuse its tokens from then on.')
      .action((id, options) => removeClient(context, id, options)),
    'signet client remove invoices',
  );
  withExamples(
    withServer(client.command('secret').argument('<id>', 'client_id'))
      .description('Make a new secret, and end the old one at once or after a while.')
      .option('--overlap <duration>', 'how long the old secret stays good, such as 24h (0s)')
      .option('--end-earlier', 'make none, and end every secret but the newest')
      .action((id, options) => renewSecret(context, id, options)),
    'signet client secret invoices --overlap 24h',
    'signet client secret invoices --end-earlier',
  );
}

function addRegistrationToken(client: Command, context: Context): void {
  withExamples(
    withServer(client.command('registration-token'))
      .description('Make a token by which one app registers itself (RFC 7591); it is printed, this once.')
      .option('--audience <audience>', 'an API that the app may get tokens for', collect)
      .option('--scope <scope>', 'a scope that it may ask for', collect)
      .option('--lifetime <duration>', 'how long the token is good (24h)')
      .action((options) => makeRegistrationToken(context, options)),
    'signet client registration-token --audience https://api.example \\\n--scope orders:read --lifetime 1h',
  );
}

function addAdd(client: Command, context: Context): void {
  withExamples(
    withServer(client.command('add').argument('<id>', 'client_id'))
      .description('Add a client; the secret of a confidential one is printed, this once.')
      .option('--name <name>', 'the name people see (the id)')
      .option('--type <type>', 'confidential or public: whether it can keep a secret (confidential)')
      .option('--grant <grant>', 'a way to tokens, such as client_credentials', collect)
      .option('--redirect <address>', 'where a sign-in may lead, exactly', collect)
      .option('--post-logout <address>', 'where a log-out may lead, exactly', collect)
      .option('--audience <audience>', 'an API that its tokens may be for', collect)
      .option('--scope <scope>', 'a scope that it may ask for', collect)
      .option('--role <role>', 'a role of the client itself, in tokens that it gets for itself', collect)
      .option('--origin <origin>', 'an origin of its pages in browsers', collect)
      .option('--public-key <file>', 'a public key by which it proves itself, in place of a secret', collect)
      .option('--jwks-uri <address>', 'where it publishes those keys')
      .option(
        '--mtls <kind=value>',
        'the certificate by which it proves itself: subject=, dns=, uri=, ip=, email= or pinned=FILE',
        collect,
      )
      .option('--certificate-bound', 'gets tokens that are bound to its certificate, and no others')
      .option('--exchange-from <audience>', 'an API that it is, whose tokens it may exchange', collect)
      .option('--dpop', 'gets tokens that are bound to a key, and no others')
      .option('--pushed-requests', 'begins a sign-in with a request that it pushed, and in no other way')
      .option('--organizations <use>', '`optional` or `required`: sign-ins are each of one organisation')
      .option('--organization <name>', 'the one that it belongs to, and of which all its tokens are')
      .option('--browser-tokens <where>', '`cookie`: its pages have no access token of the session API')
      .option('--backchannel-logout <address>', 'where it is told of sessions that ended')
      .option('--first-party', 'an app of your own: nobody is asked for consent')
      .option('--native', 'an app of your own on a device, with its refresh token in the body')
      .action((id, options) => addClient(context, id, options)),
    'signet client add invoices --grant client_credentials \\\n--audience https://api.example',
    'signet client add invoices --grant client_credentials \\\n--audience https://api.example --public-key invoices.pub.pem',
    'signet client add billing --grant client_credentials \\\n--audience https://api.example --mtls subject=CN=billing,O=Example',
  );
}

function collect(value: string, earlier: readonly string[] = []): readonly string[] {
  return [...earlier, value];
}
