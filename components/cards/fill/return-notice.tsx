import { Notice } from '@/components/ui/notice';
import { placedCriteria } from '@/lib/domain/instrument';
import { formatMoment } from '@/lib/domain/russian';
import type { CardView } from '@/lib/portal/cards/schema';

/** Why the card came back and what МОЦ asks to correct; with some criteria named, each is a link to its question. */
export function ReturnNotice({ view, now }: { view: CardView; now: Date }) {
  const { card } = view;
  if (card.status !== 'RETURNED') return null;
  const unlocked = card.unlocked;
  const named = placedCriteria(view.instrument).filter(({ criterion }) => unlocked?.includes(criterion.code));
  return (
    <Notice
      tone="warning"
      className="mb-6"
      title={`МОЦ вернул карту${card.decidedAt ? ` ${formatMoment(new Date(card.decidedAt), now)}` : ''}`}
    >
      {card.returnComment ? <p className="whitespace-pre-line">{card.returnComment}</p> : null}
      {unlocked ? (
        <>
          <p className="mt-2">Исправить можно только эти критерии, остальные ответы закрыты:</p>
          <ul className="mt-1 list-disc pl-5">
            {named.map(({ group, criterion }) => (
              <li key={criterion.code}>
                <a className="link" href={`?group=${encodeURIComponent(group.code)}#${criterion.code}`}>
                  {criterion.text}
                </a>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="mt-2">Открыта вся карта. Исправьте ответы и отправьте её снова.</p>
      )}
    </Notice>
  );
}
