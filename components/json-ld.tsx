/** Facts for machines (https://json-ld.org); nothing in it can end the element or become markup. */
export function JsonLd({ data }: { data: Readonly<Record<string, unknown>> }) {
  const json = JSON.stringify({ '@context': 'https://schema.org', ...data })
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, '');
  return (
    <script
      type="application/ld+json"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: JSON without “<”.
      dangerouslySetInnerHTML={{ __html: json }}
    />
  );
}
