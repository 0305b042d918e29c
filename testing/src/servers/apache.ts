import { chownSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Needed } from '../suites/describe-with-programs.ts';
import { startGuarded } from './guarded-process.ts';
import { ordinaryUser } from './ordinary-user.ts';

/** Where Debian puts it, outside the path of ordinary users. */
const program = '/usr/sbin/apache2';
const modules = '/usr/lib/apache2/modules';

export interface ApacheServer {
  stop(): Promise<void>;
}

export interface ApacheSite {
  readonly port: number;
  /** Names without `mod_`. */
  readonly modules: readonly string[];
  /** Files of its root, by name. */
  readonly pages: Readonly<Record<string, string>>;
  /** Lines of its configuration, given the folder of the pages. */
  configuration(root: string): string;
}

/** What the machine must have for a site with these modules. */
export function apachePrograms(names: readonly string[]): readonly Needed[] {
  return [[program, '-v'], ...names.map((name): Needed => ['test', '-f', moduleFile(name)])];
}

/** An Apache of its own, as an ordinary user. Rejects with what it wrote when it does not start. */
export function startApache(site: ApacheSite): Promise<ApacheServer> {
  const folder = mkdtempSync(join(tmpdir(), 'signet-apache-'));
  const user = ordinaryUser();
  if (user !== undefined) chownSync(folder, user.uid, user.gid);
  for (const [name, page] of Object.entries(site.pages)) writeFileSync(join(folder, name), page);
  writeFileSync(join(folder, 'apache.conf'), configuration(folder, site));
  return startGuarded({
    command: program,
    parameters: ['-DFOREGROUND', '-f', join(folder, 'apache.conf')],
    folder,
    stopSignal: 'TERM',
    ready: /resuming normal operations/,
    ...user,
  });
}

function configuration(folder: string, site: ApacheSite): string {
  return `
${site.modules.map((name) => `LoadModule ${name}_module ${moduleFile(name)}`).join('\n')}
ServerName 127.0.0.1
Listen 127.0.0.1:${site.port}
DefaultRuntimeDir ${folder}
PidFile ${folder}/pid
ErrorLog "|/bin/cat"
DocumentRoot ${folder}
${site.configuration(folder)}
`;
}

function moduleFile(name: string): string {
  return `${modules}/mod_${name}.so`;
}
