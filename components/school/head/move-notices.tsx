import { Notice } from '@/components/ui/notice';
import { capitalised, formatDate } from '@/lib/domain/russian';
import type { SchoolHead } from '@/lib/portal/schools/views';

/** Why some years are not here: the school came from another municipality or went to one. */
export function MoveNotices({ head: { movedAway, cameFrom } }: { head: SchoolHead }) {
  if (!movedAway && cameFrom.length === 0) return null;
  return (
    <div className="mb-6 space-y-3">
      {movedAway ? (
        <Notice
          tone="info"
          title={`Школа теперь относится к другому муниципалитету: ${capitalised(movedAway.municipalityName)}`}
        >
          {movedAway.on ? `Переведена ${formatDate(movedAway.on)}. ` : ''}
          Здесь видны карты и списки тех лет, когда школа была в вашем муниципалитете: они остались за ним.
        </Notice>
      ) : null}
      {cameFrom.map(({ until, municipalityName }) => (
        <Notice
          key={until.toISOString()}
          tone="info"
          title={`До ${formatDate(until)} школа относилась к другому муниципалитету: ${capitalised(municipalityName)}`}
        >
          Карты и списки тех лет остались за ним. Их видят он, СОИРО и сама школа.
        </Notice>
      ))}
    </div>
  );
}
