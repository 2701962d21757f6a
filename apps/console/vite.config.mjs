import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
// `GATEWAY=http://127.0.0.1:8080 npx vite apps/console`: pages from here, everything else from a platform that runs.
const gateway = process.env.GATEWAY ?? 'http://127.0.0.1:8080';

export default defineConfig({
  root: here('.'),
  plugins: [react()],
  build: {
    outDir: here('../../dist/console-new'),
    emptyOutDir: true,
    target: 'es2022',
    // The Content-Security-Policy lets no data: fonts in, and small files are cheap on a kept connection.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 700,
  },
  server: {
    port: 5173,
    proxy: Object.fromEntries(
      ['/v1', '/docs', '/health', '/openapi.json', '/console.json'].map((path) => [
        path,
        { target: gateway },
      ]),
    ),
  },
});
