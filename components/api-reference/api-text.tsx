import Link from 'next/link';

/** Prose with `code` in it. */
export function ApiText({ children }: { children: string }) {
  return children.split('`').map((part, index) =>
    index % 2 === 0 ? (
      part
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of one text never move
      <code key={index} className="text-[0.9em] break-words">
        {part}
      </code>
    ),
  );
}

/** A name in code, leading to where the thing is described. */
export function ComponentLink({ name }: { name: string }) {
  return (
    <Link href={`#${name}`} className="link">
      <code className="text-[0.9em]">{name}</code>
    </Link>
  );
}
