import { namedHosts } from '@/lib/assistants/guard';
import { serveOverHttp } from '@/lib/assistants/over-http';
import { earmark } from '@/lib/wire';
import manifest from '@/package.json';
import { libraryOf } from '../assistants';
import { siteAddress } from '../site-address';

let serving: ReturnType<typeof serveOverHttp> | undefined;

/** The tools for assistants (Model Context Protocol), where the site itself is. */
function answer(request: Request): Promise<Response> {
  serving ??= serveOverHttp({
    libraryFor: (asked) => libraryOf(earmark(), siteAddress(asked)),
    named: namedHosts(earmark().settings.publicUrl, process.env.HOST),
    version: manifest.version,
    log: console.error,
  });
  return serving.answer(request);
}

export { answer as DELETE, answer as GET, answer as POST };
