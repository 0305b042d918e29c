import { listenFailure } from '../startup/reserve-port.ts';

/** How to speak of the gateway's port. */
export const gatewayPlace = {
  what: 'The gateway',
  option: '`--gateway-port PORT` or SIGNET_GATEWAY_PORT',
} as const;

/**
 * Runs what listens on the gateway's port, and turns what the system says into a sentence.
 * @throws SignetError `port_taken`, `option_invalid`
 */
export async function listenOrExplain<Result>(
  { host, port }: { readonly host: string; readonly port: number },
  listen: () => Promise<Result>,
): Promise<Result> {
  try {
    return await listen();
  } catch (error) {
    throw listenFailure({ ...gatewayPlace, host, port }, error);
  }
}
