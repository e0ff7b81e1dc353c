import type { Metadata, Viewport } from 'next';
import localFont from 'next/font/local';
import type { ReactNode } from 'react';
import { viewAttributes } from '@/lib/domain/view-preferences';
import { currentView } from './view';
import './globals.css';

// Two subsets of one typeface; the Latin one carries figures and punctuation and a stand-in of the same width.
const golosCyrillic = localFont({
  src: '../node_modules/@fontsource-variable/golos-text/files/golos-text-cyrillic-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-golos-cyrillic',
  adjustFontFallback: false,
  declarations: [{ prop: 'unicode-range', value: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116' }],
});
const golosLatin = localFont({
  src: '../node_modules/@fontsource-variable/golos-text/files/golos-text-latin-wght-normal.woff2',
  weight: '400 900',
  variable: '--font-golos-latin',
  // on a slow line its 37 KB would hold up the first paint; until it comes the stand-in shows the figures
  preload: false,
  adjustFontFallback: 'Arial',
});

export const metadata: Metadata = {
  title: { default: 'Портал МОЦ', template: '%s · Портал МОЦ' },
  description: 'Портал муниципального образовательного центра',
  icons: { icon: '/icon.svg' },
  robots: { index: false, follow: false },
};

export const viewport: Viewport = {
  width: 'device-width',
  initialScale: 1,
  colorScheme: 'light dark',
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const view = await currentView();
  return (
    <html lang="ru" className={`${golosCyrillic.variable} ${golosLatin.variable}`} {...viewAttributes(view)}>
      <body>
        <div className="page-frame">{children}</div>
      </body>
    </html>
  );
}
