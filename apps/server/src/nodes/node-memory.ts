import { revocationEntrySchema } from '@signet/contracts';
import type { GatewayPart } from '@signet/gateway';
import type { SharedSecret } from '@signet/trust';
import { z } from 'zod';
import type { LoadedForGateways } from '../gateways/loaded-for-gateways.ts';
import { createKeptFile } from './kept-files.ts';
import type { KnownRevocations } from './node-feed.ts';

/** What a control node has said to this node, as far as it is needed to begin without one. */
export interface NodeSnapshot {
  readonly name: string;
  readonly issuer: string;
  readonly loaded: LoadedForGateways;
  /** What the identity provider publishes, by path. */
  readonly documents: Readonly<Record<string, string>>;
  /** What it shares with APIs. */
  readonly secrets?: readonly SharedSecret[] | undefined;
  /** Keys and secrets of issuers and upstreams, by reference. */
  readonly handed: Readonly<Record<string, readonly string[]>>;
}

/** What a node keeps on its disk. */
export interface NodeMemory {
  snapshot(): NodeSnapshot | undefined;
  revocations(): KnownRevocations | undefined;
  keepSnapshot(snapshot: NodeSnapshot): void;
  /** @param changed Whether anything but the time is new. */
  keepRevocations(known: KnownRevocations, changed: boolean): void;
}

const number = z.number().min(0);
const format = 1;

const snapshotSchema: z.ZodType<NodeSnapshot & { readonly format: 1 }, unknown> = z.object({
  format: z.literal(format),
  name: z.string(),
  issuer: z.string(),
  // A control node had read it: it is compiled before anything follows it.
  loaded: z.object({
    version: z.string(),
    added: z.string().optional(),
    configuration: z.custom<GatewayPart>((it) => typeof it === 'object'),
  }),
  documents: z.record(z.string(), z.string()),
  secrets: z.array(z.custom<SharedSecret>((it) => typeof it === 'object' && it !== null)).optional(),
  handed: z.record(z.string(), z.array(z.string())),
});

const revocationsSchema: z.ZodType<KnownRevocations, unknown> = z.object({
  sequence: number,
  heardAt: number,
  entries: z.array(revocationEntrySchema),
});

const heardSchema = z.object({ sequence: number, heardAt: number });

/** @param reject told of a file that is not believed */
export function createNodeMemory(folder: string, reject: (file: string, reason: string) => void): NodeMemory {
  const snapshots = createKeptFile(folder, 'node-snapshot.json', snapshotSchema, reject);
  const logs = createKeptFile(folder, 'node-revocations.json', revocationsSchema, reject);
  const heard = createKeptFile(folder, 'node-heard.json', heardSchema, reject);
  return {
    snapshot: () => snapshots.read(),
    revocations() {
      const known = logs.read();
      const lately = heard.read();
      // A time that belongs to more than is known here would make what is missing look known.
      return known !== undefined && lately?.sequence === known.sequence
        ? { ...known, heardAt: Math.max(known.heardAt, lately.heardAt) }
        : known;
    },
    keepSnapshot: (snapshot) => snapshots.write({ ...snapshot, format }),
    keepRevocations(known, changed) {
      if (changed) logs.write(known);
      else heard.write({ sequence: known.sequence, heardAt: known.heardAt });
    },
  };
}
