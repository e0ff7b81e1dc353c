import Link from 'next/link';
import { POSITIONS, positionNumber } from '@/lib/domain/aims/positions';
import { countOf, formatDate } from '@/lib/domain/russian';
import type { AimsPlace, PositionView } from '@/lib/portal/aims/views';
import { aimsHref } from './aims-href';
import { PositionStatus } from './position-status';

/** The programme and the nine positions, each with its state and what is missing in words. */
export function CyclePositions({ place, positions }: { place: AimsPlace; positions: readonly PositionView[] }) {
  return (
    <ol className="grid gap-4 sm:grid-cols-2 xl:grid-cols-3">
      {positions.map(({ code, state, missing, text, links, files, changedAt }) => {
        const number = positionNumber(code);
        return (
          <li
            key={code}
            className={
              number === null
                ? 'relative flex flex-col rounded-lg border border-line bg-surface p-4 has-[a:hover]:border-accent sm:col-span-2 xl:col-span-3'
                : 'relative flex flex-col rounded-lg border border-line bg-surface p-4 has-[a:hover]:border-accent'
            }
          >
            <p className="text-sm text-muted">{number === null ? 'Основание' : `Позиция ${number}`}</p>
            <h3 className="mt-0.5 mb-2 font-semibold">
              <Link
                href={aimsHref(`/aims/positions/${code}`, place)}
                className="no-underline after:absolute after:inset-0 after:rounded-lg hover:text-accent"
              >
                {POSITIONS[code].title}
              </Link>
            </h3>
            <div>
              <PositionStatus state={state} />
            </div>
            <p className={text ? 'mt-3 line-clamp-3 text-sm break-words' : 'mt-3 text-sm text-muted'}>
              {text || POSITIONS[code].hint}
            </p>
            {missing.length > 0 ? (
              <ul className="mt-3 space-y-1 text-sm">
                {missing.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            ) : null}
            <p className="mt-auto pt-3 text-sm text-muted">
              {countOf(links.length, 'ссылка', 'ссылки', 'ссылок')}, {countOf(files.length, 'файл', 'файла', 'файлов')}{' '}
              · изменено {formatDate(changedAt)}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
