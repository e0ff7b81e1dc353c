import { ArrowRight, CircleCheck } from 'lucide-react';
import Link from 'next/link';

export interface ToDo {
  text: string;
  count: number;
  href: string;
}

/** What needs the person today, each one click from doing; what is done is left out. */
export function ToDoList({ items }: { items: readonly ToDo[] }) {
  const open = items.filter((item) => item.count > 0);
  if (open.length === 0) {
    return (
      <p className="flex items-center gap-3 text-success">
        <CircleCheck aria-hidden className="size-6" /> Срочных дел нет.
      </p>
    );
  }
  return (
    <ul className="divide-y divide-line">
      {open.map((item) => (
        <li key={item.href + item.text}>
          <Link href={item.href} className="group flex items-center gap-4 py-3 no-underline hover:text-accent">
            <span className="w-10 shrink-0 text-right text-2xl font-semibold tabular-nums">{item.count}</span>
            <span className="min-w-0 flex-1">{item.text}</span>
            <ArrowRight aria-hidden className="size-5 shrink-0 text-muted group-hover:text-accent" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
