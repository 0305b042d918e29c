import { stringify } from 'yaml';
import type { Configuration } from '../configuration.ts';
import type { ConfigurationProblem, Finding } from '../problems/configuration-problem.ts';
import { placeFindings } from '../problems/place-findings.ts';
import { type ConfigurationReading, readConfiguration } from '../read-configuration.ts';
import { secretsIn } from '../secrets-in.ts';
import { isCollector } from '../sections/gateway/telemetry.ts';
import { sections } from '../sections/sections.ts';
import { readSource } from '../source/read-source.ts';
import { type Document, gatewayPartOf, isDocument, isGatewaySection } from './gateway-part.ts';
import { sameValue } from './same-value.ts';

/** The file of a node, sound by itself. */
export interface OwnFile {
  /** As a person wrote it. */
  readonly document: Document;
  readonly configuration: Configuration;
  /** As of `readConfiguration`. */
  readonly nodesApart?: boolean;
}

/**
 * Reads a text that is to be applied: its gateway part in the place of the file's, and all else as the file has it. What
 * the text says of anything else must be what the file says; and a secret of the node goes where the file has it go,
 * since whoever applies may be none that may read it.
 */
export function readApplied(text: string, file: OwnFile, fileName: string): ConfigurationReading {
  const own = withoutGatewayPart(file.document);
  const source = readSource(text, fileName);
  if (source.kind === 'unreadable') return { ok: false, problems: source.problems };
  const foreign = isDocument(source.document) ? foreignSections(source.document, own) : [];
  const reading = readConfiguration(text, {
    fileName,
    beside: own,
    nodesApart: file.nodesApart === true,
  });
  const place = (findings: readonly Finding[]): readonly ConfigurationProblem[] =>
    placeFindings(findings, source);
  if (!reading.ok) return { ok: false, problems: [...place(foreign), ...reading.problems] };
  const findings = [...foreign, ...movedSecrets(reading.configuration, file), ...otherLog(reading, file)];
  return findings.length === 0 ? reading : { ok: false, problems: place(findings) };
}

/** The sections of the file that do not count while another text is applied: those that say something else. */
export function shadowedSections(file: Document, applied: string): readonly string[] {
  const source = readSource(applied, 'applied');
  if (source.kind === 'unreadable' || !isDocument(source.document)) return Object.keys(gatewayPartOf(file));
  const { document } = source;
  return Object.entries(gatewayPartOf(file))
    .filter(([name, value]) => !sameValue(value, document[name]))
    .map(([name]) => name);
}

/** The gateway part of a file as a text of its own; comments stay in the file. */
export function writeGatewayPart(document: Document): string {
  return stringify(
    { version: 1, ...gatewayPartOf(document) },
    { lineWidth: 110, aliasDuplicateObjects: false },
  );
}

/** The document that a sound text says. */
export function documentIn(text: string): Document {
  const source = readSource(text, 'signet.yaml');
  return source.kind === 'readable' && isDocument(source.document) ? source.document : {};
}

function withoutGatewayPart(document: Document): Document {
  return Object.fromEntries(Object.entries(document).filter(([name]) => !isGatewaySection(name)));
}

function foreignSections(document: Document, own: Document): readonly Finding[] {
  return Object.keys(document)
    .filter((name) => isOfFile(name) && !sameValue(document[name], own[name] ?? absent(name)))
    .map((name) => ({
      path: [name],
      atKey: true,
      actual: `another \`${name}\` than in the file of the server`,
      expected: 'what gateways follow, and all else as that file has it',
      fix: `Leave \`${name}\` out here, and change it in signet.yaml of the server: some of it is read at the start alone.`,
    }));
}

/** A misspelt section is refused as such, by the schema. */
function isOfFile(name: string): boolean {
  return Object.hasOwn(sections, name) && !isGatewaySection(name);
}

function absent(name: string): unknown {
  return name === 'version' ? 1 : undefined;
}

/** Each entry with a reference to a secret is the file's own: otherwise it could be sent to somebody else. */
function movedSecrets(configuration: Configuration, file: OwnFile): readonly Finding[] {
  const entries = new Map(
    secretsIn(configuration)
      .map(({ key }) => key.split('.'))
      .filter(([section = '']) => isGatewaySection(section))
      .map(([section = '', name = '']) => [`${section}.${name}`, [section, name] as const]),
  );
  return [...entries.values()]
    .filter((path) => !sameText(entryAt(configuration, path), entryAt(file.configuration, path)))
    .map((path) => ({
      path,
      atKey: true,
      actual: 'a secret of the server in an entry that its file does not have',
      expected: `the entry as signet.yaml of the server has it, where it refers to a secret`,
      fix: `Write \`${path.join('.')}\` into signet.yaml of the server as it stands here, and apply it then.`,
    }));
}

/** A file that is written to is one that the file names. */
function otherLog(
  { configuration }: { readonly configuration: Configuration },
  file: OwnFile,
): readonly Finding[] {
  const to = configuration.gateway.accessLog?.to;
  if (to === undefined || to === 'stdout' || isCollector(to)) return [];
  if (to === file.configuration.gateway.accessLog?.to) return [];
  return [
    {
      path: ['gateway', 'accessLog', 'to'],
      atKey: false,
      actual: 'a file of the server that its own file does not name',
      expected: '`stdout`, or the file that signet.yaml of the server names',
      fix: 'Write `gateway.accessLog` into signet.yaml of the server, and apply it then.',
    },
  ];
}

function entryAt(configuration: Configuration, [section, name]: readonly [string, string]): unknown {
  const entries: unknown = Reflect.get(configuration, section);
  return isDocument(entries) && Object.hasOwn(entries, name) ? entries[name] : undefined;
}

/** No secret stands in these sections as it is, so that nothing is hidden in this text. */
function sameText(one: unknown, other: unknown): boolean {
  return other !== undefined && JSON.stringify(one) === JSON.stringify(other);
}
