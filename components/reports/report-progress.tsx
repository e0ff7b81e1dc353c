'use client';

import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { ProgressBar } from '@/components/ui/progress-bar';

interface ReportProgressProps {
  id: string;
  name: string;
  progress: number;
  step: string;
}

const ASK_EVERY_MS = 1_500;

/** How far a report is, asked again while the page is looked at; when it ends, the list is read anew. */
export function ReportProgress({ id, name, ...first }: ReportProgressProps) {
  const [{ progress, step }, setTold] = useState(first);
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(async () => {
      if (document.hidden) return;
      const answer = await fetch(`/reports/progress?id=${id}`).catch(() => null);
      if (!answer?.ok) return;
      const told = (await answer.json()) as { state: string; progress: number; step: string };
      setTold(told);
      if (told.state === 'DONE' || told.state === 'FAILED') {
        clearInterval(timer);
        router.refresh();
      }
    }, ASK_EVERY_MS);
    return () => clearInterval(timer);
  }, [id, router]);
  return (
    <div className="min-w-40">
      <ProgressBar value={progress} max={100} label={`${name}: ${step || 'ждёт очереди'}`} />
      <p aria-hidden className="mt-1 text-sm text-muted">
        {step || 'Ждёт очереди'}
      </p>
    </div>
  );
}
