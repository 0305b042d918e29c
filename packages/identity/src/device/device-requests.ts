import { createHash } from 'node:crypto';
import {
  type FillRandom,
  type OrganizationId,
  parseId,
  type SessionId,
  type WallClock,
} from '@signet/contracts';
import type { ProtocolKind, ProtocolStore } from '../ports/index.ts';
import { newUserCode } from './user-code.ts';

/** What a device asks for. */
export interface DeviceRequestKept {
  readonly clientId: string;
  readonly scopes: readonly string[];
  readonly audience: string;
  /** Milliseconds since the epoch. */
  readonly askedAt: number;
}

/** A request that a browser is about to answer. */
export interface DeviceLink {
  /** The hash of the device code, which nobody but the device knows. */
  readonly device: string;
  readonly userCode: string;
  /** RFC 7636 §4.2, of the sign-in that answers it: a code of any other does not. */
  readonly challenge: string;
}

/** Who agreed, in which session, and in the name of which organisation. */
export interface DeviceAgreed {
  readonly sid: SessionId;
  readonly organization?: OrganizationId;
}

export type DeviceAnswered = DeviceAgreed | 'denied';

export interface DeviceRequestsParts {
  readonly protocol: ProtocolStore;
  readonly wall: WallClock;
  readonly random: FillRandom;
}

/** Milliseconds for which both codes are good. */
export const deviceLifetime = 600_000;
/** Seconds between two questions of a device, and by how much that grows each time it asks too soon. */
export const pace = { first: 5, more: 5 } as const;

/** Sign-ins of devices under way. What answers a request stands apart from it, so that nothing overwrites an answer. */
export interface DeviceRequests {
  begin(asked: Omit<DeviceRequestKept, 'askedAt'>): Promise<{ deviceCode: string; userCode: string }>;
  /** By the code that the person typed. */
  ofUser(userCode: string): Promise<{ device: string; request: DeviceRequestKept } | undefined>;
  ofDevice(deviceCode: string): Promise<{ device: string; request: DeviceRequestKept } | undefined>;
  link(link: DeviceLink): Promise<string>;
  linked(secret: string): Promise<DeviceLink | undefined>;
  unlink(secret: string): Promise<void>;
  /** `false` where somebody has answered before: the code that was typed counts once. */
  answer(link: DeviceLink, answered: DeviceAnswered): Promise<boolean>;
  answered(device: string): Promise<DeviceAnswered | undefined>;
  /** Seconds that the device has to wait between two questions from now on, where it asked too soon. */
  tooSoon(device: string): Promise<number | undefined>;
  /** `false` where its tokens were given out before. */
  useUp(device: string): Promise<boolean>;
}

export function createDeviceRequests({ protocol, wall, random }: DeviceRequestsParts): DeviceRequests {
  const put = (kind: ProtocolKind, hash: string, value: object) =>
    protocol.put({ kind, hash, document: JSON.stringify(value), expiresAt: wall() + deviceLifetime });
  const find = async (kind: ProtocolKind, hash: string) => {
    const entry = await protocol.find({ kind, hash }, wall());
    return entry && { ...entry, value: JSON.parse(entry.document) };
  };
  const secret = () => Buffer.from(random(new Uint8Array(32))).toString('base64url');

  async function request(device: string) {
    const kept = await find('device', device);
    return kept && { device, request: kept.value as DeviceRequestKept };
  }

  return {
    async begin(asked) {
      const [deviceCode, userCode] = [secret(), newUserCode(random)];
      await put('device', hashOf(deviceCode), { ...asked, askedAt: wall() });
      await put('user_code', hashOf(userCode), { device: hashOf(deviceCode) });
      return { deviceCode, userCode };
    },
    async ofUser(userCode) {
      const typed = await find('user_code', hashOf(userCode));
      return typed === undefined || typed.usedAt !== undefined ? undefined : request(typed.value.device);
    },
    ofDevice: (deviceCode) => request(hashOf(deviceCode)),
    async link(link) {
      const name = secret();
      await put('device_link', hashOf(name), link);
      return name;
    },
    async linked(name) {
      return (await find('device_link', hashOf(name)))?.value;
    },
    unlink: (name) => protocol.remove({ kind: 'device_link', hash: hashOf(name) }),
    async answer({ device, userCode }, answered) {
      const use = await protocol.use({ kind: 'user_code', hash: hashOf(userCode) }, wall());
      if (use?.kind !== 'used') return false;
      await put('device_answer', device, { answered });
      return true;
    },
    async answered(device) {
      const answered = (await find('device_answer', device))?.value.answered;
      if (answered === undefined || answered === 'denied') return answered;
      const sid = parseId('session', answered.sid);
      const organization = parseId('organization', answered.organization);
      return sid && { sid, ...(organization === undefined ? {} : { organization }) };
    },
    async tooSoon(device) {
      const before = (await find('device_pace', device))?.value;
      const interval: number = before?.interval ?? pace.first;
      const isTooSoon = before !== undefined && wall() - before.at < interval * 1000;
      const next = isTooSoon ? interval + pace.more : interval;
      await put('device_pace', device, { at: wall(), interval: next });
      return isTooSoon ? next : undefined;
    },
    async useUp(device) {
      return (await protocol.use({ kind: 'device', hash: device }, wall()))?.kind === 'used';
    },
  };
}

/** Of a user code as well: it is short, but known for ten minutes only, and whoever reads the store sees no code in it. */
function hashOf(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
