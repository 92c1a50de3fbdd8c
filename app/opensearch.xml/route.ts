import { escapeXml } from '@/lib/export/xml';
import { siteAddress } from '../site-address';

/** Lets a browser search the library from its address bar (https://github.com/dewitt/opensearch). */
export function GET(request: Request) {
  const site = escapeXml(siteAddress(request));
  const description = `<?xml version="1.0" encoding="utf-8"?>
<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
<ShortName>Earmark</ShortName>
<Description>Search what was said</Description>
<InputEncoding>UTF-8</InputEncoding>
<Url type="text/html" template="${site}/search?q={searchTerms}"/>
<Url type="application/atom+xml" template="${site}/search/atom.xml?q={searchTerms}"/>
</OpenSearchDescription>
`;
  return new Response(description, {
    headers: { 'content-type': 'application/opensearchdescription+xml; charset=utf-8' },
  });
}
