'use client';

import dynamic from 'next/dynamic';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';

const SignInAgain = dynamic(() => import('./sign-in-again'), { ssr: false });

interface SessionEndProps {
  needed: boolean;
  account: { id: string; email: string };
  onDone: () => void;
}

/** Opens the sign-in window when it is needed; closed by hand, it can be opened again from a bar at the bottom. */
export function SessionEnd({ needed, account, onDone }: SessionEndProps) {
  const [open, setOpen] = useState(false);
  useEffect(() => setOpen(needed), [needed]);
  if (!needed) return null;
  return (
    <>
      <SignInAgain email={account.email} accountId={account.id} open={open} onOpenChange={setOpen} onDone={onDone} />
      {open ? null : (
        <div className="sticky bottom-0 z-20 col-span-full mt-4 flex flex-wrap items-center gap-3 rounded-t-lg border border-danger bg-surface p-3">
          <p className="min-w-0 flex-1 font-medium">Сеанс завершён: ответы ждут в браузере.</p>
          <Button variant="primary" onClick={() => setOpen(true)}>
            Войти снова
          </Button>
        </div>
      )}
    </>
  );
}
