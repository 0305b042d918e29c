import type { FastifyRequest } from 'fastify';
import { normaliseUsername } from '../accounts/username.ts';
import type { HostCookie } from '../http/host-cookie.ts';
import type { SignInFrom } from './check-password.ts';
import type { KnownDevices } from './known-device.ts';

export interface DeviceParts {
  readonly deviceCookie: HostCookie;
  readonly devices: KnownDevices;
}

/** The command line comes by a socket that has no address. */
const ownSocket = 'the socket of this machine';

export function signInFrom(request: FastifyRequest, parts: DeviceParts): SignInFrom {
  const held = heldBy(request, parts);
  return { address: request.ip || ownSocket, ...(held === undefined ? {} : { heldByDevice: held }) };
}

/** The `Set-Cookie` by which the device of a sign-in is known from now on. */
export function rememberDevice(request: FastifyRequest, username: string, parts: DeviceParts): string {
  const account = normaliseUsername(username) ?? username;
  const { value, maxAge } = parts.devices.remember(heldBy(request, parts), account);
  return parts.deviceCookie.write(value, maxAge);
}

function heldBy({ headers }: FastifyRequest, { deviceCookie }: DeviceParts): string | undefined {
  const held = deviceCookie.read(headers.cookie);
  return held === 'several' ? undefined : held;
}
