import type { SecretReference } from '@signet/contracts';
import type { CertificateFiles } from '../certificates/read-certificate.ts';
import type { MasterKey } from '../startup/master-key.ts';

/** Everything the program can be told from outside; parsed once, frozen, then handed down. */
export interface Options {
  readonly settings: Settings;
  /** Apart from the settings, so that printing or logging those can never show one of these. */
  readonly secrets: Secrets;
  /** A variable of the environment that the configuration names, as it was at the start. */
  readonly variable: (name: string) => string | undefined;
}

export interface Settings {
  /** What of Signet runs here. */
  readonly role: Role;
  /** With it gateway nodes may connect, or this is one itself. */
  readonly node?: NodeSettings;
  /** The address to listen on. `127.0.0.1` unless told otherwise, and `::1` with it: nobody outside of this machine. */
  readonly host: string;
  /** The web, the identity provider and the admin API; 0 lets the system choose. */
  readonly port: number;
  /** The gateway; 0 lets the system choose. */
  readonly gatewayPort: number;
  /** Where probes and metrics are answered; absent: nowhere. */
  readonly status?: { readonly host: string; readonly port: number };
  readonly dataFolder: string;
  readonly configurationFile: string;
  /** Gateway processes; with 1 the gateway runs in the main process. */
  readonly workers: number;
  /** With them the web, the identity provider and the admin API speak HTTPS; absent: HTTP. */
  readonly tls?: CertificateFiles;
  /** With it the gateways speak HTTPS; absent: HTTP. */
  readonly gatewayTls?: GatewayTlsFiles;
  /** The public address of the identity provider; absent: `localhost` with the real port. */
  readonly issuer?: string;
  /** What the identity provider was called before: keys that were sealed for it are still read. */
  readonly previousIssuer?: string;
  /** The public address of the gateway; absent: `http://localhost` with the real port. */
  readonly gatewayOrigin?: string;
  /** Whose `X-Forwarded-For` is believed, by sign-in and by the gateway: addresses and networks. */
  readonly trustedProxies: readonly string[];
  /** Whether what was applied counts, or ends with this start. */
  readonly gatewaysFollow: (typeof followed)[number];
  readonly logLevel: LogLevel | undefined;
}

export interface GatewayTlsFiles {
  /** The first is shown to whoever names no host, or one that no other speaks for. */
  readonly certificates: readonly [CertificateFiles, ...CertificateFiles[]];
  /** Files with authorities whose certificates clients are asked for; with none, nobody is asked. */
  readonly clientAuthorities: readonly string[];
}

export const followed = ['applied', 'file'] as const;
export const roles = ['all', 'control', 'gateway'] as const;
/** All, all but gateways, or nothing but gateways: these know no database and are told what they need by control nodes. */
export type Role = (typeof roles)[number];

export interface NodeSettings {
  /** By which both ends know each other. */
  readonly files: NodeFiles;
  /** Of a node that others connect to: where. */
  readonly port?: number;
  readonly host: string;
  /** Of a gateway node: the control nodes, one of which it is connected to. */
  readonly control: readonly ControlAddress[];
}

export interface NodeFiles extends CertificateFiles {
  /** The one authority that issues certificates of nodes. */
  readonly authority: string;
}

export interface ControlAddress {
  readonly host: string;
  readonly port: number;
}

export const logLevels = ['silent', 'error', 'warn', 'info', 'debug'] as const;
export type LogLevel = (typeof logLevels)[number];

export interface Secrets {
  /** `postgres://…`; absent: SQLite in the data folder. May hold a password. */
  readonly databaseUrl?: string;
  /** Where that address is, in its place. */
  readonly databaseReference?: SecretReference;
  /** `redis://…`; absent: state in this process. May hold a password. */
  readonly redisUrl?: string;
  /** Where that address is, in its place. */
  readonly redisReference?: SecretReference;
  /** Absent: the file in the data folder. */
  readonly masterKey?: MasterKey;
  /** The one before, while it is exchanged: what hangs on it is still read. */
  readonly previousMasterKey?: MasterKey;
}

/** Environment variables that hold secrets: they are not passed on to child processes. */
export const secretVariables = [
  'SIGNET_MASTER_KEY',
  'SIGNET_PREVIOUS_MASTER_KEY',
  'DATABASE_URL',
  'REDIS_URL',
] as const;
