import { readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder } from '@signet/testing/machine';
import { describe, expect, it } from 'vitest';
import { buildWebWhenChanged, type WebSources, webSources } from './web-build.ts';

function sourcesIn(folder: string): WebSources {
  symlinkSync(join(webSources().folder, '..', '..', 'node_modules'), join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  const inputs = ['index.html', 'main.js'].map((name) => join(folder, name));
  writeFileSync(join(folder, 'index.html'), '<script type="module" src="./main.js"></script>');
  writeFileSync(join(folder, 'main.js'), 'document.title = "one";');
  return { folder, inputs };
}

describe('the build of the web app', () => {
  it('runs when the sources changed, says so, and keeps the old one when it fails', async () => {
    using folder = temporaryFolder();
    const sources = sourcesIn(folder.path);
    const said: string[] = [];
    const build = () => buildWebWhenChanged(sources, (text) => void said.push(text));
    const stamp = () => readFileSync(join(folder.path, 'dist', '.sources'), 'utf8');

    expect(await build()).toBe(join(folder.path, 'dist'));
    expect(said.join('')).toMatch(/^Building the web app… done in \d+ s\n$/);
    const first = stamp();

    said.length = 0;
    await build();
    expect(said).toEqual([]);

    writeFileSync(join(folder.path, 'main.js'), 'this is no program');
    await build();
    expect(said.join('')).toContain('the one built before is served');
    expect(stamp()).toBe(first);

    writeFileSync(join(folder.path, 'main.js'), 'document.title = "two";');
    await build();
    expect(stamp()).not.toBe(first);
  });

  it('looks at the sources of the rooms that go into it', () => {
    expect(webSources().inputs.join(' ')).toMatch(/apps.web.src.*packages.token.src.*packages.contracts.src/);
  });
});
