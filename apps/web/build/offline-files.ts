import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin, Rolldown } from 'vite';

const workerName = 'service-worker.js';

/** A folder is asked for by its own address; hosts disagree on what they do with `index.html`. */
function addressOf(file: string): string {
  return file === 'index.html' ? './' : file.replace(/\/index\.html$/, '/');
}

/**
 * The documents of single codes are for hosts and readers without scripts: the one of the list can show each of them,
 * and the service worker has it do so. Nobody signs in without a network.
 */
function isKept(file: string): boolean {
  return !/^(?:errors\/(?!index\.)\w+|signin\/index)\.html$/.test(file);
}

/** Tells the service worker which files this build is made of, and gives the build a version by their content. */
export function offlineFiles(publicFolder: string): Plugin {
  return {
    name: 'signet-offline-files',
    enforce: 'post',
    apply: 'build',
    generateBundle(_options, bundle) {
      const worker = bundle[workerName];
      if (worker?.type !== 'chunk') return this.error(`The build has no ${workerName}.`);
      const files = [...builtFiles(bundle), ...publicFiles(publicFolder)].toSorted(byName);
      const hash = createHash('sha256');
      for (const [name, content] of files) hash.update(`${name}\0`).update(content);
      const told = {
        offlineFiles: files.map(([name]) => addressOf(name)),
        offlineVersion: hash.digest('base64url').slice(0, 12),
      };
      for (const [name, value] of Object.entries(told)) {
        worker.code = worker.code.replaceAll(new RegExp(`\\b${name}\\b`, 'g'), () => JSON.stringify(value));
      }
    },
  };
}

type NamedFile = readonly [name: string, content: string | Uint8Array];

function byName([one]: NamedFile, [other]: NamedFile): number {
  return one < other ? -1 : 1;
}

function builtFiles(bundle: Rolldown.OutputBundle): readonly NamedFile[] {
  return Object.values(bundle)
    .filter(({ fileName }) => fileName !== workerName && isKept(fileName))
    .map((file) => [file.fileName, file.type === 'chunk' ? file.code : file.source]);
}

function publicFiles(folder: string): readonly NamedFile[] {
  return readdirSync(folder).map((name) => [name, readFileSync(join(folder, name))]);
}
