import Link from 'next/link';
import { Notice } from '@/components/ui/notice';
import { countOf, formatDate } from '@/lib/domain/russian';
import type { RankingView } from '@/lib/portal/lists/views';

/** What to mind before reading the ranking: the list in force, missing cards, another version a year before. */
export function RankingNotices({ view }: { view: RankingView }) {
  const { campaign, schools, accepted, listInForce, otherInstrumentBefore } = view;
  const missing = schools.length - accepted;
  return (
    <>
      {listInForce ? (
        <Notice tone="success">
          <Link href={`/analysis/lists/${listInForce.id}`} className="link font-medium">
            Список утверждён приказом №&nbsp;{listInForce.orderNumber} от {formatDate(listInForce.orderDate)}
          </Link>
          . Изменить его и правило можно новым приказом.
        </Notice>
      ) : null}
      {missing > 0 ? (
        <Notice tone="warning">
          <span className="font-semibold">
            {countOf(missing, 'карта ещё не принята', 'карты ещё не приняты', 'карт ещё не приняты')}:
          </span>{' '}
          эти школы стоят в конце без суммы и в правиле не участвуют.{' '}
          <Link href={`/monitoring/campaigns/${campaign.id}`} className="link">
            К&nbsp;картам кампании
          </Link>
        </Notice>
      ) : null}
      {otherInstrumentBefore ? (
        <Notice>
          Год назад карту заполняли по другой версии: изменение суммы могло прийти и от методики.{' '}
          <Link href={`/analysis/campaigns/${campaign.id}/rescoring`} className="link">
            Разделить причины
          </Link>
        </Notice>
      ) : null}
    </>
  );
}
