import type { NextConfig } from 'next';

const config: NextConfig = {
  poweredByHeader: false,
  // Types are checked by `npm test`; a build on a fresh clone need not do it again.
  typescript: { ignoreBuildErrors: true },
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  // Every page has a twin in Markdown: its own address with “.md”.
  rewrites: async () => [
    { source: '/:kind(speakers|quotes|topics)/:name.md', destination: '/:kind/:name/markdown' },
    { source: '/episodes/:slug.md', destination: '/episodes/:slug/transcript.md' },
    { source: '/episodes/:slug/media', destination: '/api/recordings/:slug' },
  ],
  headers: async () => [
    // Cards are there to be framed; their own policy says so (app/embed).
    { source: '/((?!embed/).*)', headers: [{ key: 'X-Frame-Options', value: 'DENY' }] },
    {
      source: '/:path*',
      headers: [
        { key: 'X-Content-Type-Options', value: 'nosniff' },
        { key: 'Referrer-Policy', value: 'strict-origin-when-cross-origin' },
        { key: 'Permissions-Policy', value: 'camera=(), microphone=(), geolocation=()' },
        { key: 'Cross-Origin-Opener-Policy', value: 'same-origin' },
      ],
    },
  ],
};

export default config;
