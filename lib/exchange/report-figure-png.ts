import { createRequire } from 'node:module';
import { join } from 'node:path';
import type * as ResvgModule from '@resvg/resvg-js';
import { FIGURE_FONT } from './report-figure';
import { reportFonts } from './report-fonts';

/** Dots of the picture to a pixel of the drawing: sharp on paper. */
const ZOOM = 3;

/** The drawing as PNG, with the portal's own typeface and none of the machine's: the same bytes everywhere. */
export function figurePng(svg: string): Uint8Array<ArrayBuffer> {
  // a native module: read where npm put it and not bundled
  const require = createRequire(join(process.cwd(), 'package.json'));
  const { Resvg } = require('@resvg/resvg-js') as typeof ResvgModule;
  const { normal, bold } = reportFonts();
  const picture = new Resvg(svg, {
    fitTo: { mode: 'zoom', value: ZOOM },
    background: '#ffffff',
    font: { loadSystemFonts: false, fontFiles: [normal, bold], defaultFontFamily: FIGURE_FONT },
  }).render();
  return new Uint8Array(picture.asPng());
}
