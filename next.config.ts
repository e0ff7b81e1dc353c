import type { NextConfig } from 'next';

const MEGABYTE = 1024 * 1024;

const config: NextConfig = {
  // scripts/portal/build.ts gives every build a folder of its own: a running portal never loses the files under its feet
  distDir: process.env.MOC_BUILD_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // `npm test` checks types and lint; a start must not wait for them
  typescript: { ignoreBuildErrors: true },
  serverExternalPackages: ['@node-rs/argon2', '@prisma/adapter-pg', '@prisma/client', 'nodemailer', 'pg'],
  experimental: {
    // forbidden() of next/navigation: 403 with app/(portal)/forbidden.tsx
    authInterrupts: true,
    // attachments up to 20 MB pass the proxy whole; each route sets its own, lower limit
    proxyClientMaxBodySize: 32 * MEGABYTE,
    serverActions: { bodySizeLimit: 22 * MEGABYTE },
  },
};

export default config;
