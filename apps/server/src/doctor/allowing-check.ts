import { type LocalServer, openLocalServer } from './local-server.ts';

/** Stands where the check of a route stood, and allows each call: what the real one would say is not looked at, nor is it asked. */
export function openAllowingCheck(): Promise<LocalServer> {
  return openLocalServer((request, response) => {
    request.resume();
    response.end('{"allow":true}');
  });
}
