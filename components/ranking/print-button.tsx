'use client';

import { Printer } from 'lucide-react';
import { Button } from '@/components/ui/button';

/** Opens the browser's own printing; without JavaScript the browser's menu does the same. */
export function PrintButton({ size }: { size?: 'sm' | 'md' }) {
  return (
    <Button size={size} onClick={() => window.print()} className="scripting-none:hidden">
      <Printer aria-hidden /> Печать
    </Button>
  );
}
