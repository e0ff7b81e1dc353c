/** Prose with `code` in it. */
export function ApiText({ children }: { children: string }) {
  return children.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <code key={index}>{part}</code>
    ),
  );
}

/** A name in code, leading to where the thing is described. */
export function ComponentLink({ name }: { name: string }) {
  return (
    <a href={`/settings/api/data#${name}`} className="link">
      <code>{name}</code>
    </a>
  );
}
