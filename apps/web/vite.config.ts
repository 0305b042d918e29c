import react from '@vitejs/plugin-react';
import { defineConfig, type UserConfig } from 'vite';

/** A relative base, so that the built folder works wherever it is put. */
const config: UserConfig = defineConfig({
  base: './',
  plugins: [react()],
  build: {
    target: 'es2024',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: true,
  },
});

export default config;
