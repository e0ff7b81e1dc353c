import type { Prisma } from '@/lib/db/generated/client';
import { moscow } from './moments';
import { municipalityByCode } from './territory';

/** The page of the centre of Smolensk that needs no sign-in; telephone and address of a demonstration are left out. */
export function centrePageRows(): Prisma.CentrePageCreateManyInput[] {
  return [
    {
      municipalityId: municipalityByCode('smolensk').id,
      name: 'Муниципальный образовательный центр города Смоленска',
      about:
        'Центр поддерживает школы города: помогает увидеть причины трудностей, составить программу перехода в эффективный режим работы и найти партнёров. Проводит диалоговые площадки, семинары и мастер-классы, собирает и распространяет опыт.\n\nСоздан на базе методического отдела МБУ ДО «ЦДО».',
      headPost: 'Руководитель муниципального образовательного центра',
      address: 'г. Смоленск, методический отдел МБУ ДО «ЦДО»',
      phone: '',
      email: 'moc@demo.local',
      version: 1,
      changedBy: 'Руководитель МОЦ',
      changedAt: moscow(2020, 9, 1, 10),
    },
  ];
}
