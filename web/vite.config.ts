import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const engine = 'http://127.0.0.1:8080';

export default defineConfig({
  plugins: [react()],
  build: {
    // The content policy allows no inline scripts, which the preload polyfill would be.
    modulePreload: { polyfill: false },
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 700,
  },
  server: {
    proxy: {
      '/api': engine,
      '/health': engine,
      '/hubs': { target: engine, ws: true },
    },
  },
});
