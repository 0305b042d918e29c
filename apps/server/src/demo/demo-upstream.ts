import type { Configuration } from '@signet/contracts';
import { type EchoServer, openEchoServer } from './echo-server.ts';

/** The demo's echo server, as the configuration wants it: running on a port, or not at all. */
export interface DemoUpstream {
  /**
   * Opens, moves or closes the echo server.
   * @throws SignetError `port_taken`; then the old one goes on.
   */
  follow(configuration: Configuration): Promise<void>;
  close(): Promise<void>;
}

/** @param opened An echo server that runs already, from the first start. */
export function createDemoUpstream(opened: EchoServer | undefined): DemoUpstream {
  let current = opened;
  async function replace(next: EchoServer | undefined): Promise<void> {
    const last = current;
    current = next;
    await last?.close();
  }
  return {
    async follow({ demo }) {
      if (demo?.echoPort === current?.port) return;
      await replace(demo === undefined ? undefined : await openEchoServer(demo.echoPort));
    },
    close: () => replace(undefined),
  };
}
