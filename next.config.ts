import type { NextConfig } from 'next';

const MEGABYTE = 1024 * 1024;

/** For every answer; the Content-Security-Policy with its nonce comes from proxy.ts. */
const SECURITY_HEADERS = [
  { key: 'X-Content-Type-Options', value: 'nosniff' },
  { key: 'X-Frame-Options', value: 'DENY' },
  { key: 'Referrer-Policy', value: 'same-origin' },
  { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=(), payment=(), usb=()' },
  { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
  { key: 'Cross-Origin-Resource-Policy', value: 'same-origin' },
];

const config: NextConfig = {
  headers: async () => [{ source: '/:path*', headers: SECURITY_HEADERS }],
  // scripts/portal/build.ts gives every build a folder of its own: a running portal never loses the files under its feet
  distDir: process.env.MOC_BUILD_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types and lint; a start must not wait for them
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: [
    'docx',
    'pdfmake',
    '@node-rs/argon2',
    '@prisma/adapter-pg',
    '@prisma/client',
    'nodemailer',
    'pg',
  ],
  experimental: {
    // forbidden() of next/navigation: 403 with app/(portal)/forbidden.tsx
    authInterrupts: true,
    // attachments up to 20 MB pass the proxy whole; each route sets its own, lower limit
    proxyClientMaxBodySize: 32 * MEGABYTE,
    serverActions: { bodySizeLimit: 22 * MEGABYTE },
  },
};

export default config;
