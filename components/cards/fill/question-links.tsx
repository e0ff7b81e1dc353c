import { TriangleAlert } from 'lucide-react';
import Link from 'next/link';

interface QuestionLinksProps {
  /** `note`: what to mind there */
  links: readonly { code: string; text: string; href: string; note?: string }[];
}

/** Questions by name, each leading to its place in the form. */
export function QuestionLinks({ links }: QuestionLinksProps) {
  return (
    <ul className="space-y-2">
      {links.map(({ code, text, href, note }) => (
        <li key={code} id={`check-${code}`} tabIndex={-1} className="flex gap-3">
          <span className="shrink-0 text-sm leading-6 text-muted tabular-nums">{code}</span>
          <span className="min-w-0">
            <Link href={href} prefetch={false} className="link">
              {text}
            </Link>
            {note ? (
              <span className="mt-0.5 flex items-start gap-1.5 text-sm font-medium text-warning">
                <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
                {note}
              </span>
            ) : null}
          </span>
        </li>
      ))}
    </ul>
  );
}
