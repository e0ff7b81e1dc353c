'use client';

import { GitCompareArrows } from 'lucide-react';
import { useMemo } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import type { InstrumentDefinition } from '@/lib/domain/instrument';
import { differenceCount, instrumentDifference } from '@/lib/domain/instrument-difference';
import { DifferenceList } from '../difference-list';

interface DifferenceDialogProps {
  source: { name: string; definition: InstrumentDefinition };
  definition: InstrumentDefinition;
}

/** What the draft, as it stands in the editor, changed against the version it was copied from. */
export function DifferenceDialog({ source, definition }: DifferenceDialogProps) {
  const difference = useMemo(() => instrumentDifference(source.definition, definition), [source, definition]);
  return (
    <Dialog
      place="side"
      title="Что изменено"
      description={`По сравнению с образцом: ${source.name}`}
      trigger={
        <Button variant="quiet" size="sm" className="mt-3 w-full">
          <GitCompareArrows aria-hidden /> Отличия от образца: {differenceCount(difference)}
        </Button>
      }
    >
      <DifferenceList difference={difference} />
    </Dialog>
  );
}
