import type { MetadataRoute } from 'next';

/** What a device needs to install the site. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: 'Earmark',
    short_name: 'Earmark',
    description: 'Podcast transcripts to read, search and cite.',
    start_url: '/',
    scope: '/',
    display: 'minimal-ui',
    background_color: '#fcfaf6',
    theme_color: '#fcfaf6',
    icons: [
      { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
      { src: '/icon-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
    ],
  };
}
