/** Reminders of the city's open campaign: a notice in the portal and a letter that the outbox keeps. */
import type { Prisma } from '@/lib/db/generated/client';
import { formatSchoolYear } from '@/lib/domain/russian';
import { schoolYearFrom } from '@/lib/domain/school-year';
import { OPEN_AUTUMN } from './campaigns';
import type { DemoCard } from './cards';
import { demoId } from './identifiers';
import { moscow } from './moments';
import { principalOf } from './people';

const SENT_AT = moscow(OPEN_AUTUMN, 10, 12, 10);
const YEAR = formatSchoolYear(schoolYearFrom(OPEN_AUTUMN));
const SUBJECT = `Напоминание: диагностическая карта ${YEAR}`;
const TEXT = 'Карта вашей школы ещё не отправлена. Срок — 15 октября. Всё, что вы уже ответили, сохранено.';

interface Told {
  card: DemoCard;
  accountId: string;
  email: string;
}

function told(cards: readonly DemoCard[]): Told[] {
  return cards.flatMap((card) => {
    const { accountId, email } = principalOf(card.school);
    const reminded =
      card.campaign.autumn === OPEN_AUTUMN && card.status === 'DRAFT' && accountId !== null && email !== null;
    return reminded ? [{ card, accountId, email }] : [];
  });
}

export function noticeRows(cards: readonly DemoCard[]): Prisma.NoticeCreateManyInput[] {
  return told(cards).map(({ card, accountId }) => ({
    id: demoId('notice', card.key, SENT_AT),
    kind: 'CARD',
    accountId,
    title: SUBJECT,
    text: TEXT,
    href: `/monitoring/cards/${card.id}`,
    createdAt: SENT_AT,
  }));
}

export function letterRows(cards: readonly DemoCard[]): Prisma.LetterCreateManyInput[] {
  return told(cards).map(({ card, accountId, email }) => ({
    id: demoId('letter', card.key, SENT_AT),
    municipalityId: card.campaign.municipality.id,
    accountId,
    recipient: email,
    subject: SUBJECT,
    text: `${TEXT}\n\nКарта открыта в портале в разделе «Мониторинг».`,
    status: 'KEPT',
    createdAt: SENT_AT,
  }));
}
