import type { Metadata, Viewport } from 'next';
import { headers } from 'next/headers';
import type { ReactNode } from 'react';
import { SiteBehaviour } from '@/components/behaviour/site-behaviour';
import { KeysHelp } from '@/components/keys-help';
import { Preferences } from '@/components/preferences';
import { SiteFooter } from '@/components/site-footer';
import { SiteHeader } from '@/components/site-header';
import { fontClasses } from './fonts';
import { siteOrigin } from './site-address';
import './globals.css';

export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(await siteOrigin()),
    title: { default: 'Earmark', template: '%s · Earmark' },
    description: 'Podcast transcripts to read, search and cite.',
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fcfaf6' },
    { media: '(prefers-color-scheme: dark)', color: '#161412' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const nonce = (await headers()).get('x-nonce') ?? undefined;
  return (
    <html lang="en" className={fontClasses} suppressHydrationWarning>
      <head>
        {/* Blocking on purpose: the chosen theme must stand before the first paint. */}
        <script src="/theme.js" nonce={nonce} />
        <link
          rel="search"
          type="application/opensearchdescription+xml"
          title="Earmark"
          href="/opensearch.xml"
        />
        <link rel="alternate" type="application/atom+xml" title="Episodes" href="/atom.xml" />
      </head>
      <body>
        <a className="skip" href="#main">
          Skip to the text
        </a>
        <SiteHeader />
        {children}
        <SiteFooter />
        <Preferences />
        <KeysHelp />
        <p className="toast" role="status" id="toast" />
        <SiteBehaviour />
      </body>
    </html>
  );
}
