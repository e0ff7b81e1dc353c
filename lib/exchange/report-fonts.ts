/** Where npm put the portal's own typeface: documents look the same on every machine. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** Paths of the files, regular and bold. */
export function reportFonts(): { normal: string; bold: string } {
  // the bundler must not follow these files: they are read where npm put them
  const resolve = createRequire(join(process.cwd(), 'package.json')).resolve;
  const folder = dirname(resolve('@expo-google-fonts/golos-text/package.json'));
  const font = (name: string) => join(folder, name, `GolosText_${name}.ttf`);
  return { normal: font('400Regular'), bold: font('700Bold') };
}
