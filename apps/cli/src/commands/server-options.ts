import type { Command } from 'commander';

/** Of a command that asks a running server. */
export function withServer(command: Command): Command {
  return command
    .option('--server <address>', 'web address of the server (the one that runs on the data folder)')
    .option('--data <folder>', 'data folder (./data, SIGNET_DATA)')
    .option('--json', 'answer in JSON');
}
