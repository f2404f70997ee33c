/** One palette: what the style sheet says is what drawings, slides and files are coloured with. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { palette } from '../../src/style/palette.ts';

const SRC = join(import.meta.dirname, '../../src');
const sheet = readFileSync(join(SRC, 'style/base.css'), 'utf8');

describe('colours', () => {
  it.each([
    ['--ink', palette.ink],
    ['--muted', palette.muted],
    ['--line', palette.line],
    ['--ground', palette.ground],
    ['--accent', palette.accent],
    ['--accent-tint', palette.accentTint],
    ['--error', palette.error],
    ['--warning', palette.warning],
  ])('%s of the style sheet is that of the palette', (name, colour) => {
    expect(new RegExp(`${name}: (#[0-9a-f]+);`).exec(sheet)?.[1]).toBe(colour);
  });

  it('of drawings all have another one in the dark', () => {
    const dark = readFileSync(join(SRC, 'style/dark.css'), 'utf8');
    const { series, paper, ...others } = palette;
    const missing = [...Object.values(others), ...series].filter(
      (colour) => !dark.includes(`[fill="${colour}"]`) || !dark.includes(`[stroke="${colour}"]`),
    );
    expect(missing).toEqual([]);
  });

  it('are written down nowhere else', () => {
    const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' }).filter(
      (file) => /\.tsx?$/.test(file) && file !== 'style/palette.ts',
    );
    const coloured = files.filter((file) =>
      /#[0-9a-f]{6}\b|'[0-9A-F]{6}'/.test(readFileSync(join(SRC, file), 'utf8')),
    );
    expect(coloured).toEqual([]);
  });
});
