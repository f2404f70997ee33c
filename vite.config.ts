import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { dataFolder } from './config/data-folder.ts';
import { engineFiles, withoutDefaultParquetModule } from './config/engine-files.ts';

export default defineConfig({
  base: './', // the site lives in any folder of any static server
  plugins: [
    react(),
    engineFiles(),
    withoutDefaultParquetModule(),
    dataFolder(resolve(import.meta.dirname, 'data')),
  ],
  worker: { format: 'es', plugins: () => [withoutDefaultParquetModule()] },
  build: { target: ['chrome109', 'firefox115', 'safari16.4'] },
});
