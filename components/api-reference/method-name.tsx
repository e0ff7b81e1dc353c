import type { ApiOperation } from '@/lib/portal/api-description/views';

/** GET reads, everything else changes: those stand out. */
export function MethodName({ method }: { method: ApiOperation['method'] }) {
  return <code className={method === 'GET' ? 'font-semibold text-muted' : 'font-semibold text-accent'}>{method}</code>;
}
