import { SignetError } from '@signet/contracts';
import { findPort } from '../startup/listen-at-all.ts';

/**
 * A port that is free on 127.0.0.1 and on ::1, below those that systems give to outgoing connections: whoever finds a
 * port first and binds it later would now and then find one of the system's choice to be somebody else's by then.
 */
export async function quietPort(): Promise<number> {
  const port = 12_000 + Math.floor(Math.random() * 20_000);
  try {
    return (await findPort({ host: '127.0.0.1', port, what: 'A test', option: '' }, true)).port;
  } catch (error) {
    if (error instanceof SignetError && error.refusal.code === 'port_taken') return quietPort();
    throw error;
  }
}
