'use client';

import { type ComponentProps, useState } from 'react';
import { TextField } from '@/components/ui/field';

interface NumberFieldProps extends Omit<ComponentProps<typeof TextField>, 'value' | 'onChange' | 'onBlur'> {
  /** the number as it is written */
  written: string;
  /** the number out of a text; null: none */
  read: (text: string) => number | null;
  onNumber: (value: number) => void;
}

/** A number typed as a text: what is no number yet is said and kept in sight, the last number stays in force. */
export function NumberField({ written, read, onNumber, error, ...field }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const unread = typed !== null && read(typed) === null;
  return (
    <TextField
      {...field}
      inputMode="decimal"
      autoComplete="off"
      error={unread ? 'Введите число, например 30 или 2,5.' : error}
      value={typed ?? written}
      onChange={(event) => {
        setTyped(event.target.value);
        const value = read(event.target.value);
        if (value !== null) onNumber(value);
      }}
      onBlur={() => {
        if (!unread) setTyped(null);
      }}
    />
  );
}
