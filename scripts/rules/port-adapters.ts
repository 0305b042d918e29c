import type { SourceFile } from './import-rules.ts';

/** One thing that serves a port: an exported function that answers with it, or a class that implements it. */
export interface Adapter {
  readonly port: string;
  readonly name: string;
  readonly path: string;
}

/** What runs no suite of its own. */
export interface Exceptions {
  /** Ports that are wired in one place and adapted nowhere, each with the reason. */
  readonly ports: Readonly<Record<string, string>>;
  /** Parts of, and functions that hand on, other adapters: those that run the suite in their place. */
  readonly standFor: Readonly<Record<string, readonly string[]>>;
}

/** Suites that run others. */
const suitesInside: Readonly<Record<string, readonly string[]>> = {
  storesContract: [
    'AccountStore',
    'ApiKeyStore',
    'AuditLog',
    'ClientStore',
    'ConsentStore',
    'DeclarationStore',
    'SessionStore',
    'FailureJournal',
    'FamilyStore',
    'RevocationLog',
    'SigningKeyStore',
    'SecondFactorStore',
    'EmailAddressStore',
    'MailQueue',
    'OrganizationStore',
    'PasskeyStore',
    'ProviderLinkStore',
    'LogoutNoticeStore',
    'ProtocolStore',
    'RecordStore',
    'ReachBoard',
    'QuotaBook',
    'Ledger',
    'LedgerReader',
    'ConfigurationHistory',
    'ModelProviderStore',
    'PromptStore',
    'KeptCallStore',
    'ToolTokenStore',
  ],
};

const portFile = /^packages\/(identity|gateway|control)\/src\/ports\/[a-z-]+\.ts$/;

/** A sentence for each port without a suite and for each adapter that does not run its port's suite. */
export function portComplaints(files: readonly SourceFile[], exceptions: Exceptions): readonly string[] {
  const ports = portsIn(files).filter(({ name }) => exceptions.ports[name] === undefined);
  const suited = ports.filter(({ name, path }) => hasSuite(name, path, files));
  const bare = ports.filter((port) => !suited.includes(port));
  const tests = files.filter(({ path }) => path.endsWith('.test.ts'));
  const adapters = adaptersOf(
    files,
    suited.map(({ name }) => name),
  );
  const held = adapters.filter((adapter) => runsSuite(adapter, tests));
  const heldElsewhere = ({ name, port }: Adapter): boolean =>
    held.some((other) => other.port === port && exceptions.standFor[name]?.includes(other.name));
  const idle = adapters.filter((adapter) => !held.includes(adapter) && !heldElsewhere(adapter));
  return [
    ...bare.map(
      ({ name, path }) => `${path}: the port ${name} has no suite; write ${suiteName(name)} beside it`,
    ),
    ...idle.map(
      ({ name, path, port }) =>
        `${path}: ${name} serves ${port}, and no test runs ${suiteName(port)} with it`,
    ),
  ];
}

/** Interfaces with methods, and types of functions, in the ports folders of the rooms that own ports. */
export function portsIn(files: readonly SourceFile[]): readonly { name: string; path: string }[] {
  return files
    .filter(({ path }) => portFile.test(path) && !/\/(index|contracts|examples)\.ts$/.test(path))
    .flatMap(({ path, text }) => [
      ...interfacesIn(text).flatMap(({ name, body }) => (/^ {2}\w+\(/m.test(body) ? [{ name, path }] : [])),
      ...matches(text, /^export type (\w+) = \(/gm).map(([, name = '']) => ({ name, path })),
    ]);
}

/** Everything exported that serves one of these ports, wherever it stands. */
export function adaptersOf(files: readonly SourceFile[], ports: readonly string[]): readonly Adapter[] {
  const sources = files.filter(({ path }) => !/\.(test|contract)\.tsx?$/.test(path));
  const carried = carriersOf(sources, ports);
  return sources.flatMap(({ path, text }) =>
    makersIn(text).flatMap(({ name, types }) => {
      const served = new Set(types.flatMap((type) => carried.get(type) ?? []));
      return [...served].map((port) => ({ port, name, path }));
    }),
  );
}

/** Which ports a type brings with it: itself, what it extends, and what its members are. */
function carriersOf(
  files: readonly SourceFile[],
  ports: readonly string[],
): ReadonlyMap<string, readonly string[]> {
  const carried = new Map<string, readonly string[]>(ports.map((port) => [port, [port]]));
  const unsettled = files.flatMap(({ text }) => interfacesIn(text)).filter(({ name }) => !carried.has(name));
  // A type may carry one that carries one; three steps are more than any takes.
  for (let step = 0; step < 3; step += 1) {
    for (const { name, parents, members } of unsettled) {
      const found = [...parents, ...members].flatMap((type) => carried.get(type) ?? []);
      if (found.length > 0) carried.set(name, [...new Set(found)]);
    }
  }
  return carried;
}

/** Every exported function says what it answers with, because declarations are isolated; the formatter gives the shape. */
function makersIn(text: string): readonly { name: string; types: readonly string[] }[] {
  return [
    ...matches(text, /^export (?:async )?function (\w+)[\s\S]*?\): ([^\n]*) \{$/gm),
    ...matches(text, /^export class (\w+) implements ([^\n]*) \{$/gm),
    ...matches(text, /^export const (\w+): ([^\n=]*) =/gm),
  ].map(([, name = '', types = '']) => ({ name, types: words(types) }));
}

function interfacesIn(text: string) {
  return matches(text, /^(?:export )?interface (\w+)(?: extends ([^{]+))? \{\n([\s\S]*?)^\}/gm).map(
    ([, name = '', parents = '', body = '']) => ({
      name,
      parents: words(parents),
      members: matches(body, /^ {2}readonly \w+\??: (\w+);/gm).map(([, type = '']) => type),
      body,
    }),
  );
}

function hasSuite(port: string, path: string, files: readonly SourceFile[]): boolean {
  const suite = files.find((file) => file.path === path.replace(/\.ts$/, '.contract.ts'));
  return suite?.text.includes(`export function ${suiteName(port)}(`) ?? false;
}

function runsSuite({ port, name }: Adapter, tests: readonly SourceFile[]): boolean {
  const around = Object.entries(suitesInside).flatMap(([suite, inside]) =>
    inside.includes(port) ? [suite] : [],
  );
  return tests.some(
    ({ text }) =>
      new RegExp(`\\b${name}\\b`).test(text) &&
      [suiteName(port), ...around].some((suite) => text.includes(`${suite}(`)),
  );
}

function suiteName(port: string): string {
  return `${port.charAt(0).toLowerCase()}${port.slice(1)}Contract`;
}

function words(text: string): readonly string[] {
  return text.match(/\w+/g) ?? [];
}

function matches(text: string, pattern: RegExp): readonly RegExpExecArray[] {
  return [...text.matchAll(pattern)];
}
