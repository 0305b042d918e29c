import { startSignet } from './running-signet.ts';

/**
 * A Signet in a process of its own that can be killed: `node signet-main.ts DATA PORT GATEWAY_PORT`. Prints one line
 * of JSON once it answers. What else it needs stands in the environment.
 */
const [dataFolder = '', port = '0', gatewayPort = '0'] = process.argv.slice(2);
const { DATABASE_URL } = process.env;

const signet = await startSignet(dataFolder, {
  flags: { port, gatewayPort },
  environment: DATABASE_URL === undefined ? {} : { DATABASE_URL },
});
const { web, gateway, credentials } = signet;
process.stdout.write(`${JSON.stringify({ web, gateway, credentials })}\n`);
