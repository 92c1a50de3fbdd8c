/** A link that copies itself where scripts run, and is an ordinary link where not. `of` completes "Copy a link to". */
export function CopyLink({ href, of }: { href: string; of: string }) {
  return (
    <a className="copy" href={href}>
      <span className="sr-only">Copy a link to {of}</span>
    </a>
  );
}
