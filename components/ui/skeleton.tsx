import { cn } from './class-names';

/** A grey place where something will be; put <LoadingPage> or a `role="status"` text beside it for screen readers. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden className={cn('animate-pulse rounded-md bg-quiet', className)} />;
}

/** The outline of a page with a table, while it is loading. */
export function LoadingPage({ rows = 10 }: { rows?: number }) {
  return (
    <div>
      <p role="status" className="sr-only">
        Загружаем страницу…
      </p>
      <Skeleton className="mb-3 h-4 w-40" />
      <Skeleton className="mb-6 h-9 w-80 max-w-full" />
      <div className="rounded-lg border border-line bg-surface p-4">
        {Array.from({ length: rows }, (_, row) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: grey lines without identity
          <Skeleton key={row} className="my-3 h-5" />
        ))}
      </div>
    </div>
  );
}
