import { countOf } from '@/lib/domain/russian';
import type { MapCell } from '@/lib/portal/objectivity/views';

/** From so many signs in one work a cell is dark. */
const MANY = 2;

/** What a cell looks like: app/styles/objectivity.css. A colour is never alone: the figure says the same. */
export function lookOf({ result, signs, withdrawn, confirmed, inReview }: MapCell): {
  figure: string;
  'data-look': 'many' | 'some' | 'none' | 'abstains';
  'data-step'?: 'review' | 'confirmed' | 'withdrawn';
} {
  const step = inReview ? 'review' : confirmed.length > 0 ? 'confirmed' : withdrawn.length > 0 ? 'withdrawn' : null;
  return {
    figure: result === 'SIGN' ? String(signs.length) : result === 'NO_SIGN' ? '·' : '',
    'data-look': result === 'NO_DATA' ? 'abstains' : signs.length >= MANY ? 'many' : signs.length > 0 ? 'some' : 'none',
    ...(step && { 'data-step': step }),
  };
}

/** «2 признака: S1, S4; назначена перепроверка». */
export function cellInWords({ result, signs, withdrawn, confirmed, inReview }: MapCell): string {
  const found = `${countOf(signs.length, 'признак', 'признака', 'признаков')}: ${signs.join(', ')}`;
  return [
    result === 'SIGN' ? found : result === 'NO_SIGN' ? 'признаков нет' : 'данных недостаточно',
    ...(inReview ? ['идёт перепроверка'] : []),
    ...(confirmed.length > 0 ? [`подтверждён перепроверкой ${confirmed.join(', ')}`] : []),
    ...(withdrawn.length > 0 ? [`снят ${withdrawn.join(', ')}`] : []),
  ].join('; ');
}

export interface SignCellProps {
  cell: MapCell;
  href: string;
  /** tells the cell from all others, for the arrow keys */
  name: string;
}

/** A cell that opens its page. */
export function SignCell({ cell, href, name }: SignCellProps) {
  const { figure, ...look } = lookOf(cell);
  const words = cellInWords(cell);
  return (
    <a href={href} className="sign-cell" data-point={name} aria-label={words} {...look}>
      {figure}
    </a>
  );
}
