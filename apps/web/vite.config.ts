import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';
import { errorPages } from './build/error-pages/error-pages.ts';
import { isolatedFrame } from './build/isolated-frame.ts';
import { offlineFiles } from './build/offline-files.ts';

const page = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

/**
 * A relative base, so that the built folder works wherever it is put. The lessons, the libraries and the codes are
 * documents of their own (`learn/index.html`): relative addresses stay right below a folder, any static host finds
 * them without rewriting addresses, and the debugger loads nothing of them. Which lesson is open stands in the
 * fragment.
 */
const config: UserConfig = defineConfig({
  base: './',
  // In figures: by its name, `localhost`, only one of its two addresses would be ours.
  server: { host: '127.0.0.1' },
  plugins: [react(), isolatedFrame(), errorPages(), offlineFiles(page('public'))],
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
    // These rooms only declare: what one part of the page needs of it is not loaded for another.
    rolldownOptions: {
      input: {
        index: page('index.html'),
        learn: page('learn/index.html'),
        libraries: page('libraries/index.html'),
        errors: page('errors/index.html'),
        signin: page('signin/index.html'),
        'not-found': page('404.html'),
        'service-worker': page('src/app/offline/service-worker.ts'),
      },
      // A service worker answers for the folder it lies in, under the same name in every build.
      output: {
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
      treeshake: {
        moduleSideEffects: [{ test: /packages\/(?:token|contracts)\/src\//, sideEffects: false }],
      },
    },
  },
});

export default config;
