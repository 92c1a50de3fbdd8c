import { createHash } from 'node:crypto';
import { escapeXml } from '../xml.ts';

/** What a document may run and be dressed with: its own style and script, by their hashes, and nothing else. */
export interface Dress {
  style: string;
  script: string;
  /** The content security policy (https://www.w3.org/TR/CSP3/) that says so. */
  policy: string;
}

export function dress(style: string, script = ''): Dress {
  const hash = (text: string) => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
  const policy = [
    "default-src 'none'",
    `style-src ${hash(style)}`,
    script === '' ? "script-src 'none'" : `script-src ${hash(script)}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
  return { style, script, policy };
}

interface Parts {
  title: string;
  /** Markup: everything from elsewhere in it is escaped. */
  head?: string;
  body: string;
}

/** An HTML document that needs nothing but itself. */
export function htmlDocument({ title, head = '', body }: Parts, worn: Dress): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${escapeXml(worn.policy)}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${escapeXml(title)}</title>
${head}<style>${worn.style}</style>
</head>
<body>
${body}${worn.script === '' ? '' : `\n<script>${worn.script}</script>`}
</body>
</html>
`;
}
