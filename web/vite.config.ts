import { cpSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

const OUT = fileURLToPath(new URL('../dist/web/', import.meta.url));

/** Puts beside the build what PDFs need that do not bring all of it along: fonts, character maps, decoders. */
const pdfParts: Plugin = {
  name: 'pdf-parts',
  apply: 'build',
  closeBundle() {
    const from = createRequire(import.meta.url).resolve('pdfjs-dist/package.json');
    const { version }: { version: string } = JSON.parse(readFileSync(from, 'utf8'));
    for (const folder of ['standard_fonts', 'cmaps', 'wasm'])
      cpSync(`${dirname(from)}/${folder}`, `${OUT}assets/pdf-${version}`, { recursive: true });
  },
};

/** Compresses what was built, once for all answers. */
const compressed: Plugin = {
  name: 'compressed',
  apply: 'build',
  closeBundle() {
    for (const name of readdirSync(`${OUT}assets`)) {
      const path = `${OUT}assets/${name}`;
      if (statSync(path).isDirectory()) continue;
      const params = { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY };
      writeFileSync(`${path}.br`, brotliCompressSync(readFileSync(path), { params }));
    }
  },
};

/** The console, built into `dist/web`; the API serves it. */
export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [pdfParts, compressed],
  build: {
    outDir: OUT,
    emptyOutDir: true,
    target: 'es2022',
    reportCompressedSize: false,
    rolldownOptions: {
      // Packages mark their client parts for servers that render; there is none here.
      onwarn: (warning, warn) => (warning.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : warn(warning)),
    },
  },
});
