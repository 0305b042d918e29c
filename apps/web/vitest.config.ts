import { findChromium } from '@signet/testing/machine';
import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { defineConfig, type ViteUserConfig } from 'vitest/config';
import { errorPages } from './build/error-pages/error-pages.ts';
import { screenCommands } from './testing/commands.ts';

/** Quiet: the browser itself speaks to nobody. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** What the app has from elsewhere, made ready before the first test: found later, it would load the page anew in one. */
const dependencies = [
  '@codemirror/commands',
  '@codemirror/state',
  '@codemirror/view',
  '@mantine/core',
  '@noble/curves/ed448.js',
  '@noble/curves/secp256k1.js',
  '@tabler/icons-react',
  'axe-core',
  'jose',
  'react',
  'react-dom',
  'react-dom/client',
  'react/jsx-dev-runtime',
  'react/jsx-runtime',
  'yaml',
  'zod',
];

/** As all other tests have, beside which these run: Vitest runs projects of other numbers one after the other. */
const maxWorkers = 2;

type Provider = ReturnType<typeof playwright>;

/** One page at a time, beside what runs in Node: pages of one browser share a clipboard. */
function onePage(provider: Provider): Provider {
  return {
    ...provider,
    providerFactory: (project) =>
      Object.assign(provider.providerFactory(project), { supportsParallelism: false }),
  };
}

/** Component tests: screens in a real Chromium, one for all of them, without a server and without a build. */
function screens(executablePath: string): ViteUserConfig {
  return {
    plugins: [react(), errorPages()],
    optimizeDeps: { include: dependencies, noDiscovery: true },
    test: {
      name: 'screens',
      include: ['src/**/*.screen.test.tsx'],
      api: { host: '127.0.0.1' },
      setupFiles: ['testing/setup.ts'],
      testTimeout: 60_000,
      expect: { poll: { timeout: 30_000 } },
      // One page for all of them, which loads the app once; each test leaves it as it found it.
      isolate: false,
      maxWorkers,
      browser: {
        enabled: true,
        headless: true,
        screenshotFailures: false,
        locators: { exact: false },
        commands: screenCommands,
        provider: onePage(
          playwright({
            launchOptions: { executablePath, args: flags },
            contextOptions: { permissions: ['clipboard-read', 'clipboard-write'], locale: 'en-US' },
            actionTimeout: 30_000,
          }),
        ),
        instances: [{ browser: 'chromium', viewport: { width: 1280, height: 720 } }],
      },
    },
  };
}

/** One test that says what is missing. */
const noScreens: ViteUserConfig = {
  test: { name: 'screens', include: ['testing/no-chromium.test.ts'], maxWorkers },
};

const executablePath = findChromium(process.env);
const configuration: ViteUserConfig = defineConfig(
  executablePath === undefined ? noScreens : screens(executablePath),
);

export default configuration;
