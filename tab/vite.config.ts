// How the tab is built: one page for all its addresses, everything hashed, nothing inline.
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { words } from './compileWords.ts';

// Anything else, such as the tests' own setting, would make React the larger one for developers.
process.env.NODE_ENV = 'production';

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  base: '/tab/',
  plugins: [react(), words()],
  build: {
    outDir: '../dist/tab',
    emptyOutDir: true,
    manifest: true,
    // Data addresses and the polyfill's inline script are refused by the page's content policy.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    target: 'es2023',
  },
});
