import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Plugin } from 'vite';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const entry = at('../src/features/debugger/inspect/fetch-keys/frame/main.ts');
const folder = 'fetch-keys';

/**
 * Builds the script and style of the document that fetches keys (`fetch-keys/index.html`). It runs sandboxed,
 * without an origin: a module script would need a host that sends CORS headers, so this one is a classic script.
 */
export function isolatedFrame(): Plugin {
  return {
    name: 'signet-isolated-frame',
    async generateBundle() {
      const page = readFileSync(at(`../${folder}/index.html`));
      this.emitFile({ type: 'asset', fileName: `${folder}/index.html`, source: page });
      for (const { name, source } of await buildFrame()) {
        this.emitFile({ type: 'asset', fileName: `${folder}/${name}`, source });
      }
    },
    configureServer({ middlewares }) {
      middlewares.use(`/${folder}`, (request, response, next) => {
        const wanted = /^\/(frame\.(?:js|css))(?:\?|$)/.exec(request.url ?? '')?.[1];
        if (wanted === undefined) return next();
        buildFrame().then((files) => {
          const file = files.find(({ name }) => name === wanted);
          const type = wanted.endsWith('.js') ? 'text/javascript' : 'text/css';
          response.writeHead(file ? 200 : 404, { 'content-type': type }).end(file?.source);
        }, next);
      });
    },
  };
}

interface BuiltFile {
  readonly name: string;
  readonly source: string | Uint8Array;
}

async function buildFrame(): Promise<readonly BuiltFile[]> {
  const built = await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2024',
      lib: { entry, formats: ['iife'], name: 'fetchKeys', fileName: () => 'frame.js', cssFileName: 'frame' },
    },
  });
  if (!Array.isArray(built)) throw new Error('A library build answers with its outputs.');
  return built
    .flatMap(({ output }) => output)
    .map((file) => ({ name: file.fileName, source: file.type === 'chunk' ? file.code : file.source }));
}
