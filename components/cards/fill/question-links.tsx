import Link from 'next/link';

interface QuestionLinksProps {
  links: readonly { code: string; text: string; href: string }[];
}

/** Questions by name, each leading to its place in the form. */
export function QuestionLinks({ links }: QuestionLinksProps) {
  return (
    <ul className="space-y-2">
      {links.map(({ code, text, href }) => (
        <li key={code} id={`check-${code}`} tabIndex={-1} className="flex gap-3">
          <span className="shrink-0 text-sm leading-6 text-muted tabular-nums">{code}</span>
          <Link href={href} prefetch={false} className="link min-w-0">
            {text}
          </Link>
        </li>
      ))}
    </ul>
  );
}
